use std::borrow::Cow;
use std::time::Duration;

use serde_json::{Value, json};

use crate::migration::{Cycle, Version};

use super::{Direction, Finding, Holder, State};

/// Why a run failed, and what state it has left the database in.
#[derive(Debug, thiserror::Error)]
#[error("{fault}\n{state}")]
pub struct RunError {
    /// Why it failed.
    #[source]
    pub fault: Box<Fault>,
    /// What state the database is in.
    pub state: State,
}

/// Why a run failed.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The server cannot be reached, or refuses.
    #[error("no connection to the database: {0}")]
    Connect(#[source] sqlx::Error),
    /// A look at the database, or at the ledger, failed.
    #[error("{doing} failed{}: {source}", code(source))]
    Database {
        /// What was being done.
        doing: &'static str,
        /// What the server says.
        source: sqlx::Error,
    },
    /// The database could not be introspected.
    #[error(transparent)]
    Introspect(#[from] crate::introspect::IntrospectError),
    /// The migrations wait for one another.
    #[error(transparent)]
    Order(#[from] Cycle),
    /// The ledger and the folder tell different stories.
    #[error("the ledger and the migrations disagree:{}", listed(.0))]
    Disagreement(Vec<Disagreement>),
    /// The target is no place to go to.
    #[error("{0}")]
    Target(String),
    /// The connection goes through a pooler that hands the session to others between transactions.
    #[error(
        "the connection goes through a transaction pooler ({evidence}), where a lock excludes nobody and a setting reaches strangers: give the URL of the server itself, or of a pool in session mode"
    )]
    Pooled {
        /// What gave it away.
        evidence: &'static str,
    },
    /// Another runner is at work, and was not done in time.
    #[error("another runner holds the lock of this ledger{}; waited {waited:.1?} for it to end: let it finish and run again", holder.as_ref().map_or_else(String::new, |holder| format!(" ({holder})")))]
    Locked {
        /// Who it is, where the server tells.
        holder: Option<Holder>,
        /// How long it was waited for.
        waited: Duration,
    },
    /// Something is in the way of what is to be done.
    #[error("preflight found what is in the way:{}", listed(.0))]
    Preflight(Vec<Finding>),
    /// The ledger could not be created.
    #[error("the ledger could not be created{}: {}", code(.0), .0)]
    Bootstrap(#[source] sqlx::Error),
    /// A statement failed.
    #[error(
        "{version} could not be {}: statement {number} of {of}, `{first_line}`, failed{}: {source}{}",
        verb(*direction), code(source), tries(*attempts)
    )]
    Statement {
        /// The step.
        version: Version,
        /// Which way it was run.
        direction: Direction,
        /// The statement, counted from 1.
        number: usize,
        /// How many the step has.
        of: usize,
        /// The statement's first line.
        first_line: String,
        /// How often it was tried.
        attempts: u32,
        /// What the server says.
        source: sqlx::Error,
    },
    /// The end of a step failed.
    #[error("{version} could not be {}: its COMMIT failed{}: {source}", verb(*direction), code(source))]
    Commit {
        /// The step.
        version: Version,
        /// Which way it was run.
        direction: Direction,
        /// What the server says.
        source: sqlx::Error,
    },
}

/// A point in which the ledger and the folder tell different stories.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Disagreement {
    /// A file is not what was applied.
    #[error(
        "`{file}` was edited after {version} had been applied: restore it, and write what else there is to do into a new migration"
    )]
    Edited {
        /// The migration.
        version: Version,
        /// The file.
        file: String,
    },
    /// A version that was applied is not in the folder.
    #[error(
        "{version} `{name}` has been applied, and is not in the folder: take the release that has it, or restore its files"
    )]
    Unknown {
        /// The version.
        version: Version,
        /// Its name in the ledger.
        name: String,
    },
}

impl Fault {
    pub(super) fn database(doing: &'static str) -> impl FnOnce(sqlx::Error) -> Self {
        move |source| Self::Database { doing, source }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Connect(_) => "connect",
            Self::Database { .. } => "database",
            Self::Introspect(_) => "introspect",
            Self::Order(_) => "order",
            Self::Disagreement(_) => "disagreement",
            Self::Target(_) => "target",
            Self::Pooled { .. } => "pooled",
            Self::Locked { .. } => "locked",
            Self::Preflight(_) => "preflight",
            Self::Bootstrap(_) => "bootstrap",
            Self::Statement { .. } => "statement",
            Self::Commit { .. } => "commit",
        }
    }
}

impl RunError {
    /// The code of the server's error, where it was one.
    pub fn sqlstate(&self) -> Option<Cow<'_, str>> {
        match self.fault.as_ref() {
            Fault::Connect(source)
            | Fault::Bootstrap(source)
            | Fault::Database { source, .. }
            | Fault::Statement { source, .. }
            | Fault::Commit { source, .. } => sqlstate(source),
            _ => None,
        }
    }

    /// The error for machines.
    pub fn to_json(&self) -> Value {
        let mut whole = json!({
            "error": self.fault.kind(),
            "message": self.fault.to_string(),
            "sqlstate": self.sqlstate(),
            "state": self.state,
            "state_text": self.state.to_string(),
        });
        match self.fault.as_ref() {
            Fault::Preflight(findings) => whole["findings"] = json!(findings),
            Fault::Disagreement(points) => whole["findings"] = json!(points),
            Fault::Statement {
                version,
                number,
                first_line,
                ..
            } => {
                whole["version"] = json!(version);
                whole["statement"] = json!(number);
                whole["sql"] = json!(first_line);
            }
            _ => {}
        }
        whole
    }
}

pub(super) fn sqlstate(error: &sqlx::Error) -> Option<Cow<'_, str>> {
    error.as_database_error()?.code()
}

fn code(error: &sqlx::Error) -> String {
    sqlstate(error).map_or_else(String::new, |code| format!(" ({code})"))
}

fn verb(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "applied",
        Direction::Down => "reverted",
    }
}

fn tries(attempts: u32) -> String {
    if attempts > 1 {
        format!(" (tried {attempts} times)")
    } else {
        String::new()
    }
}

fn listed<T: ToString>(items: &[T]) -> String {
    items
        .iter()
        .map(|item| format!("\n- {}", item.to_string().replace('\n', "\n  ")))
        .collect()
}
