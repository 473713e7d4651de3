//! A database that is not as the files were written for: it is told before the first change, and stays as it is.

use bailiwick::catalog::QualifiedName;
use bailiwick::migration::Folder;
use bailiwick::runner::{Fault, Finding};
use bailiwick_tests::TestDatabase;

use crate::fixture::{FILES, catalog, folder, run, seed, up, write};

const INDEX: &str = r#"index public.rag_document_chunks "ix_rag_document_chunks_content_hash""#;
const FOREIGN_KEY: &str =
    r#"constraint public.rag_document_chunks "rag_document_chunks_document_id_fkey""#;
const TABLE: &str = "table public.rag_documents";

/// The first stage, the last step of which expects an index, a constraint and a table as they were before the first.
fn expecting() -> Folder {
    let expected = format!(
        "-- expect: {INDEX} = btree (\"content_hash\")\n\
         -- expect: {FOREIGN_KEY} = foreign key (\"document_id\") references (\"id\") on update no action on delete no action\n\
         -- expect: {TABLE} = (\"id\" integer not null, \"source_id\" text not null)\n"
    );
    let files: Vec<(&str, String)> = FILES
        .iter()
        .map(|(path, text)| match *path {
            "rag/0002_move_rag.up.sql" => (*path, format!("{expected}{text}")),
            _ => (*path, (*text).to_owned()),
        })
        .collect();
    write(&files)
}

/// What stops the way up; asserts that it has changed nothing.
async fn refused(database: &TestDatabase, folder: &Folder) -> Vec<Finding> {
    let before = (catalog(database).await, database.dump_schema().await);
    let error = up(database, folder).await.unwrap_err();
    assert!(
        error.to_string().ends_with("Nothing has been changed."),
        "{error}"
    );
    assert_eq!(
        (catalog(database).await, database.dump_schema().await),
        before
    );
    match *error.fault {
        Fault::Preflight(findings) => findings,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn what_is_as_expected_is_no_drift() {
    let database = TestDatabase::create("no_drift").await;
    seed(&database, 10).await;
    assert_eq!(up(&database, &expecting()).await.unwrap().versions.len(), 5);
}

#[tokio::test]
async fn drift_is_told_with_what_was_expected_and_what_is_there() {
    for (by_hand, object, expected, actual) in [
        (
            "DROP INDEX ix_rag_document_chunks_content_hash; CREATE INDEX ix_rag_document_chunks_content_hash ON rag_document_chunks (content_hash, id)",
            INDEX,
            r#"btree ("content_hash")"#,
            Some(r#"btree ("content_hash", "id")"#),
        ),
        (
            "DROP INDEX ix_rag_document_chunks_content_hash",
            INDEX,
            r#"btree ("content_hash")"#,
            None,
        ),
        (
            "ALTER TABLE rag_document_chunks DROP CONSTRAINT rag_document_chunks_document_id_fkey, \
             ADD CONSTRAINT rag_document_chunks_document_id_fkey FOREIGN KEY (document_id) REFERENCES rag_documents ON DELETE CASCADE",
            FOREIGN_KEY,
            r#"foreign key ("document_id") references ("id") on update no action on delete no action"#,
            Some(
                r#"foreign key ("document_id") references ("id") on update no action on delete cascade"#,
            ),
        ),
        (
            "ALTER TABLE rag_documents ADD COLUMN pages int",
            TABLE,
            r#"("id" integer not null, "source_id" text not null)"#,
            Some(r#"("id" integer not null, "pages" integer, "source_id" text not null)"#),
        ),
    ] {
        let database = TestDatabase::create("drift").await;
        seed(&database, 10).await;
        run(&database, by_hand).await;
        let findings = refused(&database, &expecting()).await;
        assert_eq!(
            findings,
            [Finding::Drift {
                version: "rag/0002".parse().unwrap(),
                object: object.to_owned(),
                expected: expected.to_owned(),
                actual: actual.map(ToOwned::to_owned),
            }],
            "{by_hand}"
        );
        let text = findings[0].to_string();
        let found = actual.unwrap_or("no such object");
        assert!(
            text.contains(object) && text.contains(expected) && text.contains(found),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_name_that_is_taken_is_told_with_what_has_it() {
    for (by_hand, version, name, holder) in [
        (
            "CREATE VIEW rag.documents AS SELECT 1 AS one",
            "rag/0002",
            "documents",
            "view",
        ),
        // Between its old name and its new one the table stands under both halves.
        (
            "CREATE TABLE rag.rag_documents ()",
            "rag/0002",
            "rag_documents",
            "table",
        ),
        // An index moves with its table.
        (
            "CREATE TABLE rag.other (id int); CREATE INDEX rag_documents_pkey ON rag.other (id)",
            "rag/0002",
            "rag_documents_pkey",
            "index of rag.other",
        ),
        (
            "CREATE SEQUENCE rag.uq_document_chunks_document_id_idx",
            "rag/0003",
            "uq_document_chunks_document_id_idx",
            "sequence",
        ),
    ] {
        let database = TestDatabase::create("taken").await;
        seed(&database, 10).await;
        run(&database, &format!("CREATE SCHEMA rag; {by_hand}")).await;
        let findings = refused(&database, &folder()).await;
        assert_eq!(
            findings,
            [Finding::NameTaken {
                version: version.parse().unwrap(),
                name: QualifiedName::new("rag", name),
                holder: holder.to_owned(),
            }],
            "{by_hand}"
        );
    }
}
