use super::super::fixture;
use super::foreign_key;
use crate::descriptor::ForeignKeyDef;

fn said(key: &ForeignKeyDef, unique_sets: &[&[&str]]) -> Option<String> {
    foreign_key("rag", "chunks", key, unique_sets)
        .message()
        .map(str::to_owned)
}

#[test]
fn a_set_is_referenced_in_any_order() {
    let mut key = fixture::foreign_key(&["a", "b"], "rag", "pages");
    key.target_columns = &["number", "document_id"];
    assert_eq!(said(&key, &[&["id"], &["document_id", "number"]]), None);
}

#[test]
fn a_target_that_is_not_unique_is_refused_with_the_keys_that_would_do() {
    let mut key = fixture::foreign_key(&["title"], "rag", "documents");
    key.target_columns = &["title"];
    assert_eq!(
        said(&key, &[&["id"], &["source_id"]]).unwrap(),
        "foreign key `rag.chunks(title)` -> `rag.documents(title)`: the referenced columns are not unique there, so one row \
         could have several parents. Reference a key that it has, (id) or (source_id), or add `#[unique(title)]` to the \
         target's struct"
    );
    assert!(
        said(&key, &[])
            .unwrap()
            .ends_with("The target has no key yet: add `#[unique(title)]` to the target's struct")
    );
}

#[test]
fn part_of_a_key_is_not_unique() {
    let mut key = fixture::foreign_key(&["document_id"], "rag", "pages");
    key.target_columns = &["document_id"];
    assert!(said(&key, &[&["document_id", "number"]]).is_some());
}

#[test]
fn a_target_without_a_primary_key_is_refused() {
    let mut key = fixture::foreign_key(&["document_id"], "rag", "documents");
    key.target_columns = &[];
    assert_eq!(
        said(&key, &[]).unwrap(),
        "foreign key `rag.chunks(document_id)` -> `rag.documents`: the target has no primary key. Give it one, or name the \
         columns: `#[references(Target::column)]`"
    );
}

#[test]
fn a_target_with_errors_of_its_own_is_left_alone() {
    let mut key = fixture::foreign_key(&["document_id"], "", "");
    key.target_columns = &[];
    assert_eq!(said(&key, &[]), None);
}

#[test]
fn a_derived_name_has_at_most_63_bytes() {
    // `fk_chunks_document_id_` has 22 bytes.
    const FITS: &str = "t234567890123456789012345678901234567890x";
    const CUT: &str = "t234567890123456789012345678901234567890xy";
    let key = fixture::foreign_key(&["document_id"], "rag", FITS);
    assert_eq!(said(&key, &[&["id"]]), None);
    let mut key = fixture::foreign_key(&["document_id"], "rag", CUT);
    assert!(
        said(&key, &[&["id"]])
            .unwrap()
            .ends_with("Write a shorter one: `name = \"fk_chunks_document_id\"`")
    );
    key.name = Some("fk_short");
    assert_eq!(said(&key, &[&["id"]]), None);
}
