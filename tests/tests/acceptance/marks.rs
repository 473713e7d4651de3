//! What is marked on indexes and constraints: kept by a rename, written down before a drop.

use bailiwick::diff::Selection;
use bailiwick::generate::{Declared, Request, generate};
use bailiwick::introspect::{Scope, introspect};
use bailiwick::migration::Folder;
use bailiwick::plan::Mode;
use bailiwick::runner::{Runner, Settings, UpTarget};
use bailiwick_tests::TestDatabase;
use sqlx::{Connection, Executor};

const PLAIN: &str = "CREATE TABLE public.a (id int CONSTRAINT a_pkey PRIMARY KEY, n int); CREATE INDEX old ON public.a (n);";

/// Generates from a database without marks, and applies to one with them.
async fn apply(name: &str, wanted: &'static str, marks: &'static str) -> Result<(), String> {
    let wanted = {
        let database = TestDatabase::create(&format!("{name}_after")).await;
        let mut connection = database.connect().await;
        connection.execute(wanted).await.unwrap();
        let wanted = introspect(&mut connection, &Scope::all()).await.unwrap();
        connection.close().await.unwrap();
        wanted
    };
    let database = TestDatabase::create(name).await;
    let mut connection = database.connect().await;
    connection.execute(PLAIN).await.unwrap();
    let before = introspect(&mut connection, &Scope::all()).await.unwrap();
    connection
        .execute(sqlx::AssertSqlSafe(marks))
        .await
        .unwrap();
    connection.close().await.unwrap();

    let request = Request {
        name: "change",
        selection: Selection::All,
        mode: Mode::LockSafe,
        allow: &[],
    };
    let declared = Declared::from_catalog(wanted, "ledger");
    let generated = generate(&declared, &before, &Folder::default(), &request).unwrap();
    let root = tempfile::tempdir().unwrap();
    Folder::write(root.path(), None, &generated.migrations).unwrap();
    let folder = Folder::read(root.path()).unwrap();

    let settings = Settings {
        connections: database.connections(),
        ..Settings::new("ledger")
    };
    let mut runner = Runner::connect(database.url().parse().unwrap(), settings)
        .await
        .unwrap();
    let applied = runner.up(&folder, &UpTarget::Latest, &mut ()).await;
    runner.close().await.unwrap();
    applied.map(|_| ()).map_err(|error| error.to_string())
}

#[tokio::test]
async fn a_rename_does_not_mind_marks_that_nobody_wrote_down() {
    let applied = apply(
        "marks_renamed",
        "CREATE TABLE public.a (id int CONSTRAINT pk_a PRIMARY KEY, n int); CREATE INDEX ix_a_n ON public.a (n);",
        "COMMENT ON INDEX public.old IS 'theirs'; COMMENT ON CONSTRAINT a_pkey ON public.a IS 'theirs'; ALTER TABLE public.a CLUSTER ON old",
    )
    .await;
    assert_eq!(applied, Ok(()));
}

#[tokio::test]
async fn a_drop_that_would_lose_them_is_refused() {
    let refused = apply(
        "marks_dropped",
        "CREATE TABLE public.a (id int CONSTRAINT a_pkey PRIMARY KEY, n int);",
        "COMMENT ON INDEX public.old IS 'theirs'",
    )
    .await
    .unwrap_err();
    assert!(
        refused.contains(r#"btree ("n") comment "theirs""#),
        "{refused}"
    );
    assert!(refused.contains("Nothing has been changed"), "{refused}");
}
