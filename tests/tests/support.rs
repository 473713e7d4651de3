//! The support for tests does what the tests rely on.

use bailiwick_tests::{TestDatabase, several_connections};
use sqlx::{Connection, Executor};

#[tokio::test]
async fn each_test_has_an_empty_database_of_its_own() {
    let one = TestDatabase::create("one").await;
    let other = TestDatabase::create("other").await;
    let mut connection = one.connect().await;
    connection
        .execute("CREATE TABLE public.only_here (id int)")
        .await
        .unwrap();
    connection.close().await.unwrap();

    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = 'public'")
            .fetch_one(&mut other.connect().await)
            .await
            .unwrap();
    assert_eq!(tables, 0);
    assert_ne!(one.url(), other.url());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_reaches_the_database_of_its_address() {
    let database = TestDatabase::create("pool \"odd\"").await;
    assert!(database.server_version_num() >= 130_000);
    let pool = database.pool().await;
    let through_pool: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(&pool)
        .await
        .unwrap();
    pool.close().await;
    let mut connection = sqlx::PgConnection::connect(&database.url()).await.unwrap();
    let through_url: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(through_pool, through_url);
}

#[tokio::test]
#[should_panic(expected = "has to be #[tokio::test(flavor = \"multi_thread\")]")]
async fn a_pool_on_one_thread_is_refused() {
    TestDatabase::create("one_thread").await.pool().await;
}

#[tokio::test]
async fn a_dropped_database_is_gone() {
    if !several_connections().await {
        return;
    }
    let observer = TestDatabase::create("observer").await;
    let database = TestDatabase::create("dropped").await;
    let name: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(&mut database.connect().await)
        .await
        .unwrap();
    let exists = "SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = $1)";
    let mut connection = observer.connect().await;
    let before: bool = sqlx::query_scalar(exists)
        .bind(&name)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert!(before);
    // Even while somebody is still connected.
    let forgotten = database.connect().await;
    drop(database);
    let after: bool = sqlx::query_scalar(exists)
        .bind(&name)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert!(!after);
    drop(forgotten);
}

#[tokio::test]
async fn two_dumps_of_one_database_are_equal() {
    let database = TestDatabase::create("dump").await;
    let mut connection = database.connect().await;
    connection
        .execute("CREATE TABLE public.notes (id int PRIMARY KEY)")
        .await
        .unwrap();
    connection.close().await.unwrap();
    let Some(dump) = database.dump_schema().await else {
        return;
    };
    assert!(dump.contains("CREATE TABLE public.notes"), "{dump}");
    assert_eq!(Some(dump), database.dump_schema().await);
}
