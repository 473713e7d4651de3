use std::fmt;

use sqlx::postgres::PgDatabaseError;

use crate::descriptor::QualifiedDef;

/// The result of a query.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a query did not give what was asked for.
///
/// The text says which table, what was tried, Postgres's own words with the SQLSTATE, and what is now
/// in the database.
///
/// ```
/// fn is_duplicate(error: &bailiwick::Error) -> bool {
///     error.sqlstate() == Some("23505")
/// }
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// One row was asked for, and there is none.
    #[error("{} has no row {}", Name(table), Sought(*key))]
    NotFound {
        /// The table, or the first of a join.
        table: QualifiedDef,
        /// The name of the key by which it was looked up, if it was by a key.
        key: Option<&'static str>,
    },
    /// An INSERT went through, and no row came of it.
    #[error(
        "the INSERT into {} returned no row: a trigger or rule of the table discarded it. The \
         database is unchanged; use `execute` where that is what the trigger is for",
        Name(table)
    )]
    Discarded {
        /// The table.
        table: QualifiedDef,
    },
    /// A statement failed, or what it returned could not be read.
    #[error("cannot {operation} {}: {}", Name(table), Failure(*operation, source))]
    Statement {
        /// What the statement was to do.
        operation: Operation,
        /// The table, or the first of a join.
        table: QualifiedDef,
        /// What sqlx says.
        source: sqlx::Error,
    },
}

/// What a statement does with its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// `SELECT`.
    Select,
    /// `INSERT`, with `ON CONFLICT` too.
    Insert,
    /// `UPDATE`.
    Update,
    /// `DELETE`.
    Delete,
}

impl Error {
    /// The table of the statement; of a join, the first.
    pub fn table(&self) -> QualifiedDef {
        match self {
            Self::NotFound { table, .. }
            | Self::Discarded { table }
            | Self::Statement { table, .. } => *table,
        }
    }

    /// The SQLSTATE, if it was Postgres that refused: `23505` for a duplicate, `40001` for a
    /// serialization failure.
    pub fn sqlstate(&self) -> Option<&str> {
        self.database().map(PgDatabaseError::code)
    }

    /// The name of the constraint that was violated.
    pub fn constraint(&self) -> Option<&str> {
        self.database().and_then(PgDatabaseError::constraint)
    }

    fn database(&self) -> Option<&PgDatabaseError> {
        match self {
            Self::Statement { source, .. } => postgres(source),
            Self::NotFound { .. } | Self::Discarded { .. } => None,
        }
    }
}

fn postgres(error: &sqlx::Error) -> Option<&PgDatabaseError> {
    error
        .as_database_error()
        .and_then(|database| database.try_downcast_ref())
}

impl fmt::Display for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Select => "read from",
            Self::Insert => "insert into",
            Self::Update => "update",
            Self::Delete => "delete from",
        })
    }
}

/// A table's name as people say it.
struct Name<'a>(&'a QualifiedDef);

impl fmt::Display for Name<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.0.schema, self.0.name)
    }
}

/// By what a row was looked for.
struct Sought(Option<&'static str>);

impl fmt::Display for Sought {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(key) => write!(formatter, "with the given value of its key `{key}`")?,
            None => formatter.write_str("that the query asks for")?,
        }
        formatter.write_str("; use `fetch_optional` where that may be")
    }
}

/// What went wrong, and in what state that leaves the database.
struct Failure<'a>(Operation, &'a sqlx::Error);

impl fmt::Display for Failure<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(operation, source) = self;
        match postgres(source) {
            Some(database) => {
                formatter.write_str(database.message())?;
                for more in [database.detail(), database.hint()].into_iter().flatten() {
                    write!(formatter, ". {}", more.trim_end_matches('.'))?;
                }
                write!(formatter, " (SQLSTATE {})", database.code())?;
            }
            None => write!(formatter, "{source}")?,
        }
        match consequence(*operation, source) {
            Some(consequence) => write!(formatter, ". {consequence}"),
            None => Ok(()),
        }
    }
}

/// A failed statement is undone as a whole, unless it had already succeeded when something else failed.
fn consequence(operation: Operation, source: &sqlx::Error) -> Option<&'static str> {
    if operation == Operation::Select {
        return None;
    }
    match source {
        sqlx::Error::Database(_) => Some(
            "The statement changed nothing; a transaction around it accepts no further statement until it is rolled back",
        ),
        sqlx::Error::Encode(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => {
            Some("Nothing was sent to the database")
        }
        sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::ColumnIndexOutOfBounds { .. }
        | sqlx::Error::Decode(_) => Some(
            "The statement itself succeeded: only the row that it returned cannot be read, because the table is not as the model says",
        ),
        _ => Some(
            "It is not known whether the statement took effect: read the row before trying again",
        ),
    }
}
