use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// How a run behaves.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The schema of the ledger.
    pub ledger: String,
    /// The schemas, those that others depend on first; it settles which of two free migrations comes first.
    pub schema_order: Vec<String>,
    /// The extensions that must be there, with the schema of each.
    pub extensions: BTreeMap<String, String>,
    /// How long a statement waits for a lock before it gives way to the readers behind it. It does not hold for
    /// what may wait long without stopping anyone: `CONCURRENTLY` and `VALIDATE CONSTRAINT`.
    pub lock_timeout: Duration,
    /// How often a step is tried again after it had to give way.
    pub lock_retries: u32,
    /// About how long to pause before the next try.
    pub retry_pause: Duration,
    /// How long to wait for another runner to end.
    pub wait: Duration,
    /// The codes of the hazards that are accepted although they lose data.
    pub allow: BTreeSet<String>,
    /// Whether what cannot be brought back is reverted all the same.
    pub irreversible: Irreversible,
    /// How many connections the server takes.
    pub connections: Connections,
}

/// Whether what cannot be brought back is reverted all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Irreversible {
    /// It stops the preflight.
    #[default]
    Refused,
    /// It is reverted as far as its down file goes.
    Allowed,
}

/// How many connections the server takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Connections {
    /// As many as one likes. A second one is opened for a moment, to recognise a transaction pooler.
    #[default]
    Many,
    /// One at a time, as the embedded engine does: a second one would wait for the first.
    One,
}

impl Settings {
    /// The defaults, for a ledger in this schema.
    pub fn new(ledger: impl Into<String>) -> Self {
        Self {
            ledger: ledger.into(),
            schema_order: Vec::new(),
            extensions: BTreeMap::new(),
            lock_timeout: Duration::from_secs(2),
            lock_retries: 10,
            retry_pause: Duration::from_secs(1),
            wait: Duration::from_secs(60),
            allow: BTreeSet::new(),
            irreversible: Irreversible::Refused,
            connections: Connections::Many,
        }
    }
}
