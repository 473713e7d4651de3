//! A column that goes on the way back: with its values only where that is allowed.

use bailiwick::catalog::QualifiedName;
use bailiwick::migration::{Folder, Migration, Script};
use bailiwick::runner::{DownTarget, Fault, Finding, RunError, Runner, Settings, UpTarget};
use bailiwick_tests::TestDatabase;
use sqlx::Connection;

fn migration(version: &str, up: &str, down: &str) -> Migration {
    Migration {
        version: version.parse().unwrap(),
        name: "step".to_owned(),
        up: Script::parse(up).unwrap(),
        down: Script::parse(down).unwrap(),
    }
}

/// A column is added, then its table is moved, then something else happens.
fn folder() -> Folder {
    let migrations = vec![
        migration(
            "core/0001",
            "-- creates: core.notes\n-- creates-schema: core\n\nCREATE SCHEMA \"core\";\nCREATE TABLE \"core\".\"notes\" (\"id\" integer);\n",
            "-- class: exact\n\nDROP TABLE \"core\".\"notes\";\nDROP SCHEMA \"core\";\n",
        ),
        migration(
            "core/0002",
            "-- expect: table core.notes = (\"id\" integer)\n\nALTER TABLE \"core\".\"notes\" ADD COLUMN \"Text\" text;\n",
            "-- class: exact\n-- drops-column: core.notes \"Text\"\n\nALTER TABLE \"core\".\"notes\" DROP COLUMN \"Text\";\n",
        ),
        migration(
            "core/0003",
            "-- moves: core.notes -> core.remarks\n\nALTER TABLE \"core\".\"notes\" RENAME TO \"remarks\";\n",
            "-- class: exact\n\nALTER TABLE \"core\".\"remarks\" RENAME TO \"notes\";\n",
        ),
    ];
    Folder {
        migrations,
        ..Folder::default()
    }
}

async fn runner(database: &TestDatabase, allow: &[&str]) -> Runner {
    let settings = Settings {
        connections: database.connections(),
        allow: allow.iter().map(|code| (*code).to_owned()).collect(),
        ..Settings::new("dropped_ledger")
    };
    let options = database.url().parse().unwrap();
    Runner::connect(options, settings).await.unwrap()
}

async fn applied(name: &str, folder: &Folder, rows: &'static str) -> TestDatabase {
    let database = TestDatabase::create(name).await;
    let mut runner = runner(&database, &[]).await;
    runner.up(folder, &UpTarget::Latest, &mut ()).await.unwrap();
    runner.close().await.unwrap();
    let mut connection = database.connect().await;
    sqlx::raw_sql(rows).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    database
}

/// Goes down; gives the versions that were reverted.
async fn down(
    database: &TestDatabase,
    folder: &Folder,
    allow: &[&str],
) -> Result<Vec<String>, RunError> {
    let mut runner = runner(database, allow).await;
    let report = runner.down(folder, &DownTarget::Zero, &mut ()).await;
    runner.close().await.unwrap();
    report.map(|report| report.versions.iter().map(ToString::to_string).collect())
}

#[tokio::test]
async fn values_stop_the_way_down_before_anything_is_undone() {
    let rows = "INSERT INTO core.remarks VALUES (1, NULL), (2, 'the work of a week')";
    let database = applied("column_values", &folder(), rows).await;
    let error = down(&database, &folder(), &[]).await.unwrap_err();
    let Fault::Preflight(findings) = error.fault.as_ref() else {
        panic!("{error}")
    };
    let found = Finding::ColumnNotEmpty {
        version: "core/0002".parse().unwrap(),
        table: QualifiedName::new("core", "remarks"),
        column: "Text".to_owned(),
    };
    assert_eq!(findings.as_slice(), [found]);
    let text = error.to_string();
    assert!(
        text.contains("reverting core/0002 drops the column `Text` of core.remarks"),
        "{text}"
    );
    assert!(text.ends_with("Nothing has been changed."), "{text}");
    assert_eq!(
        down(&database, &folder(), &["DELETES_DATA"]).await.unwrap(),
        ["core/0003", "core/0002", "core/0001"]
    );
}

#[tokio::test]
async fn a_column_without_values_goes_without_being_asked_about() {
    let rows = "INSERT INTO core.remarks VALUES (1, NULL)";
    let database = applied("column_nulls", &folder(), rows).await;
    assert_eq!(down(&database, &folder(), &[]).await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_column_that_was_renamed_is_looked_into_when_it_has_its_name_again() {
    let mut folder = folder();
    folder.migrations[2] = migration(
        "core/0003",
        "-- expect: table core.notes = (\"Text\" text, \"id\" integer)\n\nALTER TABLE \"core\".\"notes\" RENAME COLUMN \"Text\" TO \"words\";\n",
        "-- class: exact\n\nALTER TABLE \"core\".\"notes\" RENAME COLUMN \"words\" TO \"Text\";\n",
    );
    let rows = "INSERT INTO core.notes VALUES (1, 'the work of a week')";
    let database = applied("column_renamed", &folder, rows).await;
    let text = down(&database, &folder, &[]).await.unwrap_err().to_string();
    assert!(
        text.contains("reverting core/0002 drops the column `Text` of core.notes"),
        "{text}"
    );
    assert!(
        text.ends_with("core/0003 has been reverted and stays so."),
        "{text}"
    );
}
