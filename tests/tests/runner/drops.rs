//! A table that goes on the way back: with its rows only where that is allowed.

use bailiwick::catalog::QualifiedName;
use bailiwick::migration::Folder;
use bailiwick::runner::{DownTarget, Fault, Finding};
use bailiwick_tests::TestDatabase;

use crate::fixture::{catalog, connect_with, down_to_zero, run, settings, up, value, write};

/// A table is created, then moved, so that it stands elsewhere when the run that will drop it begins.
fn folder() -> Folder {
    write(&[
        (
            "core/0001_create_notes.up.sql",
            "-- creates-schema: core\n-- creates: core.notes\n\nCREATE SCHEMA \"core\";\nCREATE TABLE \"core\".\"notes\" (\"id\" integer);\n",
        ),
        (
            "core/0001_create_notes.down.sql",
            "-- hazard: DELETES_DATA drops core.notes with its rows\n-- class: exact\n-- drops-table: core.notes\n\nDROP TABLE \"core\".\"notes\";\nDROP SCHEMA \"core\";\n",
        ),
        (
            "core/0002_rename_notes.up.sql",
            "-- moves: core.notes -> core.remarks\n\nALTER TABLE \"core\".\"notes\" RENAME TO \"remarks\";\n",
        ),
        (
            "core/0002_rename_notes.down.sql",
            "-- class: exact\n\nALTER TABLE \"core\".\"remarks\" RENAME TO \"notes\";\n",
        ),
    ])
}

const SCHEMAS: &str = "SELECT count(*)::text FROM pg_namespace WHERE nspname = 'core'";

#[tokio::test]
async fn rows_in_a_table_to_be_dropped_stop_the_way_down_before_anything_is_undone() {
    let database = TestDatabase::create("rows").await;
    up(&database, &folder()).await.unwrap();
    run(&database, "INSERT INTO core.remarks VALUES (1)").await;
    let before = (catalog(&database).await, database.dump_schema().await);

    let error = down_to_zero(&database, &folder()).await.unwrap_err();
    let Fault::Preflight(findings) = error.fault.as_ref() else {
        panic!("{error}")
    };
    assert_eq!(
        findings.as_slice(),
        [Finding::NotEmpty {
            version: "core/0001".parse().unwrap(),
            table: QualifiedName::new("core", "remarks"),
        }]
    );
    let text = error.to_string();
    assert!(text.contains("core.remarks, which is not empty"), "{text}");
    assert!(text.contains("`--allow DELETES_DATA`"), "{text}");
    assert!(text.ends_with("Nothing has been changed."), "{text}");
    assert_eq!(
        (catalog(&database).await, database.dump_schema().await),
        before
    );
    let applied = "SELECT count(*)::text FROM core.bailiwick_migrations WHERE number > 0";
    assert_eq!(value(&database, applied).await, "2");

    let mut settings = settings();
    settings.allow.insert("DELETES_DATA".to_owned());
    let mut runner = connect_with(&database, settings).await;
    let report = runner
        .down(&folder(), &DownTarget::Zero, &mut ())
        .await
        .unwrap();
    runner.close().await.unwrap();
    assert_eq!(report.versions.len(), 2);
    assert_eq!(value(&database, SCHEMAS).await, "0");
}

#[tokio::test]
async fn an_empty_table_goes_without_being_asked_about() {
    let database = TestDatabase::create("no_rows").await;
    up(&database, &folder()).await.unwrap();
    let report = down_to_zero(&database, &folder()).await.unwrap();
    assert_eq!(report.versions.len(), 2);
    assert_eq!(value(&database, SCHEMAS).await, "0");
}
