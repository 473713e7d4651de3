//! Every rule has a program that breaks it and the nearest one that does not, a token apart.

use std::collections::BTreeSet;
use std::path::Path;

/// The cases of one kind, as `family/rule`.
fn cases(kind: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(kind);
    let entries = |path: &Path| {
        std::fs::read_dir(path)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect::<Vec<_>>()
    };
    entries(&root)
        .iter()
        .flat_map(|family| entries(family))
        .filter(|file| file.extension().is_some_and(|extension| extension == "rs"))
        .map(|file| {
            file.strip_prefix(&root)
                .unwrap()
                .with_extension("")
                .display()
                .to_string()
        })
        .collect()
}

#[test]
fn every_rule_has_its_nearest_right_neighbour() {
    let (fail, pass) = (cases("fail"), cases("pass"));
    assert_eq!(
        fail.difference(&pass).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert!(fail.len() > 90, "only {} rules have a case", fail.len());
}

#[test]
fn each_error_says_what_is_wrong_and_what_to_write() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("fail/*/*.rs");
}
