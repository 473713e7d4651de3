//! What the data does not allow stops the run before it has changed anything.

use bailiwick::catalog::QualifiedName;
use bailiwick::diff::Selection;
use bailiwick::generate::{Declared, Request, generate};
use bailiwick::introspect::{Scope, introspect};
use bailiwick::migration::Folder;
use bailiwick::plan::Mode;
use bailiwick::runner::{Runner, Settings, UpTarget};
use bailiwick_tests::TestDatabase;
use sqlx::{Connection, Executor};

const RAW: &str = "
    CREATE TABLE public.b (id int PRIMARY KEY);
    CREATE TABLE public.a (id int PRIMARY KEY, n int, b_id int);
    INSERT INTO public.a SELECT i, i / 2, 7 FROM generate_series(2, 101) i;
    INSERT INTO public.a VALUES (1000, NULL, NULL);";

const WANTED: &str = "
    CREATE TABLE public.b (id int PRIMARY KEY);
    CREATE TABLE public.a (
        id int PRIMARY KEY, n int NOT NULL, b_id int CONSTRAINT fk_a_b REFERENCES public.b,
        CONSTRAINT uq_a_n UNIQUE (n), CONSTRAINT ck_a_n CHECK (n < 50));";

#[tokio::test]
async fn everything_that_is_in_the_way_is_told_at_once() {
    let wanted = {
        let database = TestDatabase::create("dirty_after").await;
        let mut connection = database.connect().await;
        connection.execute(WANTED).await.unwrap();
        let wanted = introspect(&mut connection, &Scope::all()).await.unwrap();
        connection.close().await.unwrap();
        wanted
    };
    let database = TestDatabase::create("dirty").await;
    let mut connection = database.connect().await;
    connection.execute(RAW).await.unwrap();
    let before = introspect(&mut connection, &Scope::all()).await.unwrap();
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
    let error = runner
        .up(&folder, &UpTarget::Latest, &mut ())
        .await
        .unwrap_err()
        .to_string();
    runner.close().await.unwrap();
    for part in [
        "uq_a_n",
        "ck_a_n",
        "fk_a_b",
        "NOT NULL",
        "Nothing has been changed",
    ] {
        assert!(error.contains(part), "{part} is missing in:\n{error}");
    }

    let mut connection = database.connect().await;
    let after = introspect(&mut connection, &Scope::all()).await.unwrap();
    assert_eq!(after, before, "no ledger, no schema, nothing else");
    assert!(after.table(&QualifiedName::new("public", "a")).is_some());
}
