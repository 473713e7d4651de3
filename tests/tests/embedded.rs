//! The embedded Postgres.

use std::time::Duration;

use bailiwick::embedded::{EmbeddedPostgres, StartError};
use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, Executor, PgConnection};

#[tokio::test]
async fn an_extension_is_there_and_can_be_moved() {
    let postgres = EmbeddedPostgres::with_extensions(&["vector", "pg_trgm"]).unwrap();
    let mut connection = PgConnection::connect(postgres.url()).await.unwrap();
    connection
        .execute(
            "ALTER EXTENSION vector SET SCHEMA public;
             CREATE TABLE public.embeddings (embedding public.vector(3));
             CREATE INDEX ON public.embeddings USING hnsw (embedding public.vector_l2_ops);
             INSERT INTO public.embeddings VALUES ('[1,2,3]'), ('[1,2,5]')",
        )
        .await
        .unwrap();
    let nearest: String = sqlx::query_scalar(
        "SELECT embedding::text FROM public.embeddings ORDER BY embedding OPERATOR(public.<->) '[1,2,4.5]' LIMIT 1",
    )
    .fetch_one(&mut connection)
    .await
    .unwrap();
    assert_eq!(nearest, "[1,2,5]");
    let extensions: Vec<String> = sqlx::query_scalar(
        "SELECT extname || ' in ' || nspname FROM pg_catalog.pg_extension
         JOIN pg_catalog.pg_namespace n ON n.oid = extnamespace ORDER BY 1",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    assert_eq!(
        extensions,
        [
            "pg_trgm in pg_catalog",
            "plpgsql in pg_catalog",
            "vector in public"
        ]
    );
    connection.close().await.unwrap();
}

#[tokio::test]
async fn several_run_side_by_side_and_know_nothing_of_one_another() {
    let one = EmbeddedPostgres::start().unwrap();
    let other = EmbeddedPostgres::start().unwrap();
    let mut connection = PgConnection::connect(one.url()).await.unwrap();
    connection.execute("CREATE SCHEMA only_here").await.unwrap();
    connection.close().await.unwrap();
    let mut connection = PgConnection::connect(other.url()).await.unwrap();
    let seen: bool =
        sqlx::query_scalar("SELECT pg_catalog.to_regnamespace('only_here') IS NOT NULL")
            .fetch_one(&mut connection)
            .await
            .unwrap();
    assert!(!seen);
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_dropped_one_answers_no_more() {
    let postgres = EmbeddedPostgres::start().unwrap();
    let url = postgres.url().to_owned();
    PgConnection::connect(&url)
        .await
        .unwrap()
        .close()
        .await
        .unwrap();
    drop(postgres);
    assert!(PgConnection::connect(&url).await.is_err());
}

#[tokio::test]
async fn a_drop_does_not_wait_for_ever_for_a_pool_on_one_thread() {
    let postgres = EmbeddedPostgres::start().unwrap();
    let url = postgres.url().to_owned();
    let pool = PgPoolOptions::new()
        .max_connections(1)
        .connect(&url)
        .await
        .unwrap();
    pool.execute("SELECT 1").await.unwrap();
    drop(pool);
    // The pool's task that closes the connection has had no turn yet, and has none meanwhile.
    drop(postgres);
    // Now it has, and the server, once it is free, stops.
    let stops = async {
        while PgConnection::connect(&url).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), stops)
        .await
        .expect("the server stops");
}

#[test]
fn an_unknown_extension_is_named_with_those_that_there_are() {
    let error = EmbeddedPostgres::with_extensions(&["vectr"]).unwrap_err();
    assert!(matches!(&error, StartError::UnknownExtension { name, .. } if name == "vectr"));
    let text = error.to_string();
    assert!(
        text.starts_with("the embedded Postgres has no extension `vectr`: it brings ")
            && text.contains(", vector"),
        "{text}"
    );
}
