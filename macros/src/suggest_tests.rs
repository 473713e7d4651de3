use super::{list, nearest};

#[test]
fn a_slip_of_the_fingers_is_recognised() {
    let keys = ["name", "moved_from", "no_primary_key", "comment"];
    assert_eq!(nearest("nane", keys), Some("name"));
    assert_eq!(nearest("move_from", keys), Some("moved_from"));
    assert_eq!(nearest("no_primary", keys), Some("no_primary_key"));
    assert_eq!(nearest("colour", keys), None);
}

#[test]
fn what_is_left_out_counts_less_than_what_is_there() {
    assert_eq!(
        nearest("index", ["id", "document_id", "idx", "content"]),
        Some("idx")
    );
}

#[test]
fn names_are_listed_as_in_a_sentence() {
    assert_eq!(list([]), "");
    assert_eq!(list(["a"]), "`a`");
    assert_eq!(list(["a", "b", "c"]), "`a`, `b` and `c`");
}
