//! What people have put into an added column is not lost on the way back without being asked.

use bailiwick::diff::Selection;
use bailiwick::generate::{Declared, Request, generate};
use bailiwick::introspect::{Scope, introspect};
use bailiwick::migration::Folder;
use bailiwick::plan::Mode;
use bailiwick::runner::{DownTarget, Runner, Settings, UpTarget};
use bailiwick_tests::TestDatabase;
use sqlx::{Connection, Executor};

#[tokio::test]
async fn it_stops_the_way_back_unless_that_is_allowed() {
    let database = TestDatabase::create("added_column").await;
    let mut connection = database.connect().await;
    connection
        .execute("CREATE TABLE public.a (id int PRIMARY KEY); INSERT INTO public.a VALUES (1)")
        .await
        .unwrap();
    let before = introspect(&mut connection, &Scope::all()).await.unwrap();
    let mut wanted = before.clone();
    let table = wanted
        .schemas
        .get_mut("public")
        .unwrap()
        .tables
        .get_mut("a")
        .unwrap();
    let mut column = table.columns[0].clone();
    column.name = "note".to_owned();
    column.nullable = true;
    table.columns.push(column);
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

    let mut settings = Settings {
        connections: database.connections(),
        ..Settings::new("ledger")
    };
    let options = || database.url().parse().unwrap();
    let mut runner = Runner::connect(options(), settings.clone()).await.unwrap();
    runner
        .up(&folder, &UpTarget::Latest, &mut ())
        .await
        .unwrap();
    runner.close().await.unwrap();

    let mut connection = database.connect().await;
    connection
        .execute("UPDATE public.a SET note = 7")
        .await
        .unwrap();
    connection.close().await.unwrap();

    let mut runner = Runner::connect(options(), settings.clone()).await.unwrap();
    let refused = runner
        .down(&folder, &DownTarget::Zero, &mut ())
        .await
        .unwrap_err()
        .to_string();
    runner.close().await.unwrap();
    for part in [
        "note",
        "public.a",
        "DELETES_DATA",
        "Nothing has been changed",
    ] {
        assert!(refused.contains(part), "{part} is missing in:\n{refused}");
    }
    let mut connection = database.connect().await;
    let kept: i32 = sqlx::query_scalar("SELECT note FROM public.a")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(kept, 7);
    connection.close().await.unwrap();

    settings.allow.insert("DELETES_DATA".to_owned());
    let mut runner = Runner::connect(options(), settings).await.unwrap();
    runner
        .down(&folder, &DownTarget::Zero, &mut ())
        .await
        .unwrap();
    runner.close().await.unwrap();
    let mut connection = database.connect().await;
    assert_eq!(
        introspect(&mut connection, &Scope::all()).await.unwrap(),
        before
    );
    connection.close().await.unwrap();
}
