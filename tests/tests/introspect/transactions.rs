use bailiwick::introspect::{IntrospectError, introspect};
use bailiwick_tests::TestDatabase;
use sqlx::{Connection, Executor, PgConnection};

use crate::{Scope, read, table};

async fn setting(connection: &mut PgConnection, name: &str) -> String {
    sqlx::query_scalar("SELECT pg_catalog.current_setting($1)")
        .bind(name)
        .fetch_one(connection)
        .await
        .unwrap()
}

#[tokio::test]
async fn outside_of_a_transaction_the_session_stays_as_it_was() {
    let database = TestDatabase::create("session").await;
    let mut connection = database.connect().await;
    connection
        .execute("SET search_path = public, pg_catalog; SET TimeZone = 'Asia/Tokyo'")
        .await
        .unwrap();
    read(&mut connection, &Scope::all()).await;
    assert_eq!(
        setting(&mut connection, "search_path").await,
        "public, pg_catalog"
    );
    assert_eq!(setting(&mut connection, "TimeZone").await, "Asia/Tokyo");
    // Neither a transaction nor READ ONLY is left behind.
    connection
        .execute("CREATE TABLE public.written (id int)")
        .await
        .unwrap();
    let refused = connection.execute("SAVEPOINT outside").await.unwrap_err();
    assert_eq!(
        refused.as_database_error().unwrap().code().as_deref(),
        Some("25P01")
    );
}

#[tokio::test]
async fn inside_a_transaction_it_sees_what_was_done_and_takes_nothing_back() {
    let database = TestDatabase::create("nested").await;
    let mut connection = database.connect().await;
    // Begun by a plain statement, as a migration file may, of which sqlx knows nothing.
    connection
        .execute("BEGIN; SET LOCAL search_path = public; CREATE TABLE public.fresh (id int)")
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(table(&catalog, "public.fresh").columns.len(), 1);
    assert_eq!(setting(&mut connection, "search_path").await, "public");
    connection.execute("COMMIT").await.unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(table(&catalog, "public.fresh").columns.len(), 1);

    let mut transaction = connection.begin().await.unwrap();
    transaction
        .execute("CREATE TABLE public.undone (id int)")
        .await
        .unwrap();
    let catalog = read(&mut transaction, &Scope::all()).await;
    assert_eq!(table(&catalog, "public.undone").columns.len(), 1);
    transaction.rollback().await.unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert!(!catalog.schemas["public"].tables.contains_key("undone"));
}

#[tokio::test]
async fn in_a_failed_transaction_the_sqlstate_is_told() {
    let database = TestDatabase::create("failed").await;
    let mut connection = database.connect().await;
    connection.execute("BEGIN").await.unwrap();
    connection.execute("SELECT 1 / 0").await.unwrap_err();
    let error = introspect(&mut connection, &Scope::all())
        .await
        .unwrap_err();
    assert!(matches!(error, IntrospectError::Query { .. }), "{error}");
    assert_eq!(error.sqlstate().as_deref(), Some("25P02"));
    let text = error.to_string();
    assert!(
        text.contains("(SQLSTATE 25P02)") && text.ends_with("Nothing was changed"),
        "{text}"
    );
    connection.execute("ROLLBACK").await.unwrap();
    read(&mut connection, &Scope::all()).await;
}
