//! The command line, as whoever runs it at night meets it: what it prints, its exit status, and what it leaves behind.

use std::process::{Command, Output};

use bailiwick_tests::{TestDatabase, several_connections};
use sqlx::{Connection, Executor, PgConnection};

/// Runs `migrate` on a database.
fn migrate(database: &TestDatabase, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_migrate"))
        .args(arguments)
        .env("DATABASE_URL", database.url())
        .env_remove("DB_SCHEMA_CORE")
        .env_remove("DB_SCHEMA_RAG")
        .output()
        .expect("the program runs")
}

/// What it printed, after its exit status has been looked at.
fn printed(output: &Output, status: i32) -> String {
    let text = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(status), "{text}");
    text
}

/// A database as the application has left it, with somebody who may read it, and rows.
async fn old_database(name: &str) -> TestDatabase {
    let database = TestDatabase::create(name).await;
    let mut connection = database.connect().await;
    connection
        .execute(include_str!("../legacy.sql"))
        .await
        .expect("the old tables are created");
    connection
        .execute(
            "INSERT INTO public.rag_documents (id, source_id)
                 SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'source ' || n
                 FROM generate_series(1, 20) AS n;
             INSERT INTO public.rag_document_chunks (id, document_id, idx, content, content_hash)
                 SELECT gen_random_uuid(), document.id, idx, 'text', 'hash'
                 FROM public.rag_documents AS document, generate_series(1, 10) AS idx",
        )
        .await
        .expect("the rows are inserted");
    connection.close().await.expect("the connection closes");
    database
}

async fn scalar(connection: &mut PgConnection, query: &'static str) -> i64 {
    sqlx::query_scalar(query)
        .fetch_one(connection)
        .await
        .expect("the query runs")
}

const CHUNKS: &str = "SELECT md5(string_agg(chunk::text, '|' ORDER BY chunk.id)) FROM ";

#[tokio::test]
async fn there_and_back_again() {
    if !several_connections().await {
        return;
    }
    let database = old_database("migrate_there_and_back").await;
    let before = database.dump_schema().await;
    let mut connection = database.connect().await;
    let sum: String = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "{CHUNKS}public.rag_document_chunks AS chunk"
    )))
    .fetch_one(&mut connection)
    .await
    .expect("the sum is made");

    let text = printed(&migrate(&database, &["status"]), 2);
    assert!(text.contains("version 0"), "{text}");
    let text = printed(&migrate(&database, &["plan"]), 2);
    assert!(text.contains("nothing in the way"), "{text}");
    assert!(
        text.contains("moves public.rag_documents -> rag.documents"),
        "{text}"
    );

    let text = printed(&migrate(&database, &["up"]), 0);
    assert!(text.contains("9 migrations applied"), "{text}");
    printed(&migrate(&database, &["status"]), 0);
    let text = printed(&migrate(&database, &["verify"]), 0);
    assert!(
        text.contains("as the models say: 22 tables in 2 schemas"),
        "{text}"
    );
    assert!(
        !text.contains("bailiwick_migrations"),
        "our own ledger is no finding: {text}"
    );
    let text = printed(&migrate(&database, &["up"]), 0);
    assert!(text.contains("Nothing to do"), "{text}");
    let moved: String = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "{CHUNKS}rag.document_chunks AS chunk"
    )))
    .fetch_one(&mut connection)
    .await
    .expect("the sum is made");
    assert_eq!(moved, sum);
    assert_eq!(
        scalar(
            &mut connection,
            "SELECT count(*) FROM pg_class WHERE relname LIKE 'rag\\_%'"
        )
        .await,
        0
    );

    printed(&migrate(&database, &["down", "--to", "rag/0001"]), 0);
    assert_eq!(
        scalar(
            &mut connection,
            "SELECT count(*) FROM public.rag_document_chunks"
        )
        .await,
        200
    );
    let text = printed(&migrate(&database, &["up", "--to", "rag/0002"]), 0);
    assert!(text.contains("1 migration applied"), "{text}");
    printed(&migrate(&database, &["down", "--to", "0"]), 0);
    connection.close().await.expect("the connection closes");
    assert_eq!(
        database.dump_schema().await,
        before,
        "nothing of ours is left"
    );
}

#[tokio::test]
async fn drift_is_named_and_left_alone() {
    if !several_connections().await {
        return;
    }
    let database = old_database("migrate_drift").await;
    printed(&migrate(&database, &["up"]), 0);
    let mut connection = database.connect().await;
    connection
        .execute(
            "ALTER TABLE core.users ADD COLUMN nickname text; DROP INDEX core.ix_users_email;
             CREATE TABLE core.notes (id int); CREATE VIEW rag.recent AS SELECT id FROM rag.documents",
        )
        .await
        .expect("somebody changes the database by hand");
    connection.close().await.expect("the connection closes");
    let text = printed(&migrate(&database, &["verify"]), 2);
    for part in [
        "core.users: drop column nickname",
        "core.users: create index ix_users_email",
        "table core.notes",
        "view rag.recent",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    let json: serde_json::Value =
        serde_json::from_slice(&migrate(&database, &["verify", "--format", "json"]).stdout)
            .expect("JSON");
    assert_eq!(json["drift"].as_array().map(Vec::len), Some(2), "{json}");
}

#[tokio::test]
async fn duplicates_stop_it_before_anything_is_changed() {
    if !several_connections().await {
        return;
    }
    let database = old_database("migrate_duplicates").await;
    let mut connection = database.connect().await;
    connection
        .execute(
            "INSERT INTO public.rag_document_chunks (id, document_id, idx, content, content_hash)
             SELECT gen_random_uuid(), document_id, idx, content, content_hash
             FROM public.rag_document_chunks WHERE idx <= 2",
        )
        .await
        .expect("duplicates are inserted");
    let before = database.dump_schema().await;
    let text = printed(&migrate(&database, &["up"]), 1);
    assert!(text.contains("40 found in the way of rag/0003"), "{text}");
    assert_eq!(
        text.matches("document_id=").count(),
        20,
        "20 of the keys are shown: {text}"
    );
    assert!(text.contains("and 20 more"), "{text}");
    assert!(text.contains("Nothing has been changed"), "{text}");
    let ours = "SELECT count(*) FROM pg_namespace WHERE nspname IN ('core', 'rag')";
    assert_eq!(scalar(&mut connection, ours).await, 0);
    connection.close().await.expect("the connection closes");
    assert_eq!(database.dump_schema().await, before);
}

#[tokio::test]
async fn an_empty_database_gets_the_baseline_first() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("migrate_empty").await;
    printed(&migrate(&database, &["up"]), 0);
    printed(&migrate(&database, &["verify"]), 0);
    printed(&migrate(&database, &["down", "--to", "0"]), 0);
    let mut connection = database.connect().await;
    let tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'";
    assert_eq!(
        scalar(&mut connection, tables).await,
        20,
        "no way back reverts the baseline"
    );
    connection.close().await.expect("the connection closes");
}

#[test]
fn the_environment_agrees_with_the_catalog() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(".env.example");
    std::fs::write(
        &file,
        "DATABASE_URL=x\nDB_SCHEMA_CORE=kern\nDB_SCHEMA_OLD=old\n",
    )
    .expect("a file");
    let env = |arguments: &[&str], variable: (&str, &str)| {
        Command::new(env!("CARGO_BIN_EXE_migrate"))
            .args(["env", "--file"])
            .arg(&file)
            .args(arguments)
            .env_remove("DB_SCHEMA_CORE")
            .env_remove("DB_SCHEMA_RAG")
            .env(variable.0, variable.1)
            .output()
            .expect("the program runs")
    };
    let text = printed(&env(&[], ("DB_SCHEMA_RAG", "lumpen")), 2);
    for part in [
        "different in .env.example: DB_SCHEMA_CORE=kern",
        "missing in .env.example: DB_SCHEMA_RAG=rag",
        "too much in .env.example: DB_SCHEMA_OLD=old",
        "different in the environment: DB_SCHEMA_RAG=lumpen",
    ] {
        assert!(text.contains(part), "{part} is missing in:\n{text}");
    }
    printed(&env(&["--fix"], ("DB_SCHEMA_RAG", "rag")), 0);
    let mended = std::fs::read_to_string(&file).expect("the file");
    assert_eq!(
        mended,
        "DATABASE_URL=x\nDB_SCHEMA_CORE=core\nDB_SCHEMA_RAG=rag\n"
    );

    // The example's own file, which a newcomer copies.
    let own = Command::new(env!("CARGO_BIN_EXE_migrate"))
        .arg("env")
        .env_remove("DB_SCHEMA_CORE")
        .env_remove("DB_SCHEMA_RAG")
        .output()
        .expect("the program runs");
    printed(&own, 0);
}

#[test]
fn a_mistake_on_the_command_line_is_an_error_and_no_finding() {
    for arguments in [
        &["down"][..],
        &["up", "--to", "core"],
        &["fly"],
        &["generate"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_migrate"))
            .args(arguments)
            .env("DATABASE_URL", "postgres://127.0.0.1:1/nowhere")
            .output()
            .expect("the program runs");
        printed(&output, 1);
    }
    let output = Command::new(env!("CARGO_BIN_EXE_migrate"))
        .arg("status")
        .env_remove("DATABASE_URL")
        .output()
        .expect("the program runs");
    assert!(printed(&output, 1).contains("DATABASE_URL"));
}
