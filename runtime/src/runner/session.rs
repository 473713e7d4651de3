//! One connection, spoken to in the simple protocol alone: nothing is prepared, so nothing is left
//! behind on a server that a pooler shares out, and every value comes back as text.

use sqlx::postgres::{PgConnectOptions, PgConnection, PgRow};
use sqlx::{AssertSqlSafe, Connection, Row};

/// A row of texts.
pub(super) type Texts = Vec<Option<String>>;

/// Opens a connection under the name that others will see in `pg_stat_activity`.
pub(super) async fn open(options: &PgConnectOptions) -> Result<PgConnection, sqlx::Error> {
    PgConnection::connect_with(&options.clone().application_name("bailiwick")).await
}

/// Makes the session independent of what its role or database has set.
pub(super) async fn settle(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    run(
        connection,
        "SET search_path = ''; SET statement_timeout = 0; SET lock_timeout = 0; \
         SET idle_in_transaction_session_timeout = 0; SET standard_conforming_strings = on",
    )
    .await
}

/// Runs a statement for its effect.
pub(super) async fn run(connection: &mut PgConnection, sql: &str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await?;
    Ok(())
}

/// The rows of a query.
pub(super) async fn rows(
    connection: &mut PgConnection,
    sql: &str,
) -> Result<Vec<Texts>, sqlx::Error> {
    let rows = sqlx::raw_sql(AssertSqlSafe(sql))
        .fetch_all(connection)
        .await?;
    rows.iter().map(texts).collect()
}

fn texts(row: &PgRow) -> Result<Texts, sqlx::Error> {
    // Unchecked, because in the simple protocol a number is a text as well.
    (0..row.len()).map(|at| row.try_get_unchecked(at)).collect()
}

/// The first value of a query's first row.
pub(super) async fn value(
    connection: &mut PgConnection,
    sql: &str,
) -> Result<Option<String>, sqlx::Error> {
    let rows = rows(connection, sql).await?;
    Ok(rows
        .into_iter()
        .next()
        .and_then(|row| row.into_iter().next().flatten()))
}

/// Whether a query's first value is true.
pub(super) async fn is_true(connection: &mut PgConnection, sql: &str) -> Result<bool, sqlx::Error> {
    Ok(value(connection, sql).await?.as_deref() == Some("t"))
}

/// Whether the error means that the connection is gone, so that nobody knows what became of the last statement.
pub(super) fn is_lost(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(error) => error
            .code()
            .is_some_and(|code| code.starts_with("57P") || code.starts_with("08")),
        _ => true,
    }
}
