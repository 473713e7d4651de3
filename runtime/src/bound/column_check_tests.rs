use super::{emptied_column, numbered_column, primary_key_column};

#[test]
fn a_primary_key_is_not_nullable() {
    assert_eq!(primary_key_column("documents", "id", false).message(), None);
    let said = primary_key_column("documents", "id", true);
    assert!(
        said.message()
            .unwrap()
            .starts_with("the primary key of `documents` contains `id`, which may be NULL")
    );
}

#[test]
fn numbers_are_integers() {
    assert_eq!(
        numbered_column("documents", "id", "serial", "bigint", false).message(),
        None
    );
    assert_eq!(
        numbered_column("documents", "id", "serial", "uuid", false)
            .message()
            .unwrap(),
        "`documents.id` is a `serial`, which the database fills with whole numbers, and its type is `uuid`. Give the field the \
         type `i16`, `i32` or `i64`"
    );
    assert_eq!(
        numbered_column("documents", "id", "identity", "bigint", true)
            .message()
            .unwrap(),
        "`documents.id` is an `identity`, which the database fills with whole numbers, and its type allows NULL, which never \
         stands there. Give the field the type `i16`, `i32` or `i64`"
    );
}

#[test]
fn what_is_emptied_may_be_null() {
    assert_eq!(
        emptied_column("chunks", "document_id", "set_null", true).message(),
        None
    );
    assert_eq!(
        emptied_column("chunks", "document_id", "set_null", false)
            .message()
            .unwrap(),
        "`set_null` would make `chunks.document_id` NULL, which its type does not allow: every delete or update of a referenced \
         row would fail. Write the field's type as `Option<..>` or choose another action"
    );
    let said = emptied_column("chunks", "document_id", "set_default", false);
    assert!(
        said.message()
            .unwrap()
            .contains(", give the column a `default`, or choose")
    );
}
