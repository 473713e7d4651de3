/// Why a database could not be read. Reading changes nothing: the database is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntrospectError {
    /// The server's catalog lacks what the queries ask for.
    #[error(
        "the server is PostgreSQL {}.{}, and its catalog lacks what Bailiwick reads: use PostgreSQL 13 or a later one",
        version / 10_000,
        version % 10_000
    )]
    ServerTooOld {
        /// Its `server_version_num`.
        version: i32,
    },
    /// A query failed.
    #[error(
        "the database's {what} cannot be read{}: {source}. Nothing was changed",
        state(source)
    )]
    Query {
        /// What was asked for.
        what: &'static str,
        /// What the server or the connection says.
        source: sqlx::Error,
    },
}

impl IntrospectError {
    /// The SQLSTATE, where the server refused.
    pub fn sqlstate(&self) -> Option<String> {
        match self {
            Self::Query { source, .. } => sqlstate(source),
            Self::ServerTooOld { .. } => None,
        }
    }

    /// Names what was asked for, in `map_err`.
    pub(super) fn reading(what: &'static str) -> impl FnOnce(sqlx::Error) -> Self {
        move |source| Self::Query { what, source }
    }
}

fn sqlstate(error: &sqlx::Error) -> Option<String> {
    Some(error.as_database_error()?.code()?.into_owned())
}

fn state(error: &sqlx::Error) -> String {
    sqlstate(error).map_or(String::new(), |state| format!(" (SQLSTATE {state})"))
}
