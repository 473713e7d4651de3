use std::ops::{Deref, DerefMut};

use sqlx::{Connection, Executor, PgConnection, Postgres, Transaction};

use super::IntrospectError;

/// The oldest server whose catalog has all that the queries ask for (parameters of operator classes).
const OLDEST: i32 = 130_000;

/// `NO_ACTIVE_SQL_TRANSACTION`: what SAVEPOINT says outside of a transaction.
const NOT_IN_A_TRANSACTION: &str = "25P01";

/// Under an empty `search_path` Postgres writes every name with its schema. The other settings are
/// those that change how it writes a constant.
const SETTINGS: &str = "SET LOCAL search_path = '';
    SET LOCAL quote_all_identifiers = off;
    SET LOCAL TimeZone = 'UTC';
    SET LOCAL DateStyle = 'ISO, YMD';
    SET LOCAL IntervalStyle = 'postgres';
    SET LOCAL bytea_output = 'hex';
    SET LOCAL extra_float_digits = 1";

/// A connection that sees one state of the database under the settings for reading, until it is ended.
pub(super) enum Session<'connection> {
    /// In a transaction of its own. Dropped half-way, it is rolled back.
    Own(Transaction<'connection, Postgres>),
    /// Behind a savepoint of the caller's transaction.
    Nested(&'connection mut PgConnection),
}

impl<'connection> Session<'connection> {
    pub(super) async fn begin(
        connection: &'connection mut PgConnection,
    ) -> Result<Self, IntrospectError> {
        let reading = IntrospectError::reading("state");
        // Only the server knows of a transaction that was begun by a plain statement.
        let savepoint = connection.execute("SAVEPOINT bailiwick_introspect").await;
        let mut session = match savepoint {
            Ok(_) => Self::Nested(connection),
            Err(error) if is_outside_of_a_transaction(&error) => connection
                .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await
                .map(Self::Own)
                .map_err(reading)?,
            Err(error) => return Err(reading(error)),
        };
        let set = session.execute(SETTINGS).await;
        set.map_err(IntrospectError::reading("state"))?;
        Ok(session)
    }

    /// Takes the settings back.
    pub(super) async fn end(self) -> Result<(), IntrospectError> {
        match self {
            Self::Own(transaction) => transaction.rollback().await,
            Self::Nested(connection) => connection
                .execute(
                    "ROLLBACK TO SAVEPOINT bailiwick_introspect; RELEASE SAVEPOINT bailiwick_introspect",
                )
                .await
                .map(drop),
        }
        .map_err(IntrospectError::reading("state"))
    }
}

fn is_outside_of_a_transaction(error: &sqlx::Error) -> bool {
    error
        .as_database_error()
        .and_then(|error| error.code())
        .is_some_and(|code| code == NOT_IN_A_TRANSACTION)
}

impl Deref for Session<'_> {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        match self {
            Self::Own(transaction) => transaction,
            Self::Nested(connection) => connection,
        }
    }
}

impl DerefMut for Session<'_> {
    fn deref_mut(&mut self) -> &mut PgConnection {
        match self {
            Self::Own(transaction) => transaction,
            Self::Nested(connection) => connection,
        }
    }
}

/// The version of the server, as in `server_version_num`. Some columns of `pg_catalog` are younger
/// than the oldest server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Version(i32);

impl Version {
    /// `new` from this version on, `old` before.
    pub(super) fn since(self, version: i32, new: &'static str, old: &'static str) -> &'static str {
        if self.0 >= version { new } else { old }
    }
}

pub(super) async fn version(connection: &mut PgConnection) -> Result<Version, IntrospectError> {
    let version: i32 = sqlx::query_scalar(
        "SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4",
    )
    .fetch_one(connection)
    .await
    .map_err(IntrospectError::reading("version"))?;
    if version < OLDEST {
        return Err(IntrospectError::ServerTooOld { version });
    }
    Ok(Version(version))
}
