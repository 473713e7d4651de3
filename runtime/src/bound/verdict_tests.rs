use super::{CAPACITY, Message, Verdict};

#[test]
fn nothing_to_say_is_no_message() {
    assert_eq!(Verdict::fine().message(), None);
    assert_eq!(Message::new().verdict().message(), None);
}

#[test]
fn a_message_is_put_together() {
    let verdict = Message::new()
        .text("a ")
        .list(&["b", "ß"])
        .text("!")
        .verdict();
    assert_eq!(verdict.message(), Some("a (b, ß)!"));
}

#[test]
fn a_message_too_long_is_cut_between_characters() {
    let verdict = Message::new()
        .text("x")
        .text(&"ß".repeat(CAPACITY))
        .text("more")
        .verdict();
    let said = verdict.message().unwrap();
    // The odd byte that is left has room for the first letter of what comes after.
    assert_eq!(said.len(), CAPACITY);
    assert!(said.ends_with("ßm"), "{}", &said[CAPACITY - 5..]);
}
