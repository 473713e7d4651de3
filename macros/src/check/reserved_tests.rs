use super::{WORDS, is_system_column, is_system_schema, is_word};

#[test]
fn the_words_are_sorted_for_the_search() {
    assert!(WORDS.is_sorted(), "{WORDS:?}");
}

#[test]
fn reserved_words_are_known_and_others_are_free() {
    for word in ["all", "order", "user", "with", "left"] {
        assert!(is_word(word), "{word}");
    }
    for name in [
        "users",
        "name",
        "type",
        "value",
        "date",
        "timestamp",
        "source",
        "key",
    ] {
        assert!(!is_word(name), "{name}");
    }
}

#[test]
fn what_is_the_servers_is_known() {
    assert!(is_system_schema("pg_temp") && is_system_schema("information_schema"));
    assert!(!is_system_schema("public") && !is_system_schema("pgvector"));
    assert!(is_system_column("xmin") && !is_system_column("oid"));
}
