use super::{Hashed, contains, same, same_set, sort};

#[test]
fn names_are_compared_by_their_bytes() {
    assert!(same("", "") && same("idx", "idx"));
    assert!(!same("idx", "id") && !same("idx", "idy"));
    assert!(contains(&["a", "b"], "b") && !contains(&[], "b"));
}

#[test]
fn sets_have_no_order() {
    assert!(same_set(&["a", "b"], &["b", "a"]));
    assert!(!same_set(&["a"], &["a", "b"]) && !same_set(&["a", "b"], &["a", "c"]));
}

#[test]
fn sorting_brings_equal_names_together() {
    let names = [
        "users",
        "documents",
        "notes",
        "users",
        "pages",
        "documents",
        "a",
    ];
    let mut hashed = [Hashed::NONE; 7];
    for (at, name) in names.into_iter().enumerate() {
        hashed[at] = Hashed::new(at, name);
    }
    let sorted = sort(hashed);
    assert!(sorted.windows(2).all(|pair| pair[0].hash <= pair[1].hash));
    let twins = sorted
        .windows(2)
        .filter(|pair| pair[0].name == pair[1].name)
        .count();
    assert_eq!(twins, 2);
}

#[test]
fn a_dot_is_not_part_of_a_qualified_name() {
    let hash = |schema, name| Hashed::qualified(0, schema, name).hash;
    assert_ne!(hash("a", "bc"), hash("ab", "c"));
}
