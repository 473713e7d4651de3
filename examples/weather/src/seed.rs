//! The old database with data in it, as the move finds it.

use sqlx::PgConnection;

/// The 21 tables in `public`, as another tool once made them.
const LEGACY: &str = include_str!("../legacy.sql");
/// Their 175,881 rows.
const ROWS: &str = include_str!("../seed.sql");
/// Pieces of documents that are there more than once.
const DUPLICATES: &str = include_str!("../duplicates.sql");

/// Creates the old tables in `public` and fills them, in one transaction.
///
/// # Errors
///
/// What Postgres says, most likely that a table is already there (42P07); nothing is changed then.
pub async fn load(connection: &mut PgConnection) -> sqlx::Result<()> {
    run(connection, &[LEGACY, ROWS]).await
}

/// Adds 26 keys `(document_id, idx)` that are there more than once: what the old schema allowed, and the new one refuses.
///
/// # Errors
///
/// What Postgres says; nothing is changed then.
pub async fn load_duplicates(connection: &mut PgConnection) -> sqlx::Result<()> {
    run(connection, &[DUPLICATES]).await
}

async fn run(connection: &mut PgConnection, scripts: &[&'static str]) -> sqlx::Result<()> {
    let mut transaction = sqlx::Connection::begin(connection).await?;
    for script in scripts {
        sqlx::raw_sql(*script).execute(&mut *transaction).await?;
    }
    transaction.commit().await
}
