use std::time::Duration;

use serde::Serialize;

use crate::migration::Version;

use super::Holder;

/// Which way a step is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It is applied.
    Up,
    /// It is reverted.
    Down,
}

/// Something that happened during a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// Another runner is at work.
    Waiting {
        /// Who it is, where the server tells.
        holder: Option<Holder>,
    },
    /// The ledger was created.
    Bootstrapped {
        /// Its schema.
        schema: String,
    },
    /// A step begins.
    Started {
        /// Its version.
        version: Version,
        /// Its name.
        name: String,
        /// Which way it is run.
        direction: Direction,
        /// Its place in this run, counted from 1.
        place: usize,
        /// How many steps this run has.
        of: usize,
    },
    /// A statement of a step without transaction has happened already, and is passed over.
    AlreadyDone {
        /// The step.
        version: Version,
        /// The statement, counted from 1.
        statement: usize,
    },
    /// An index that a killed run left half built is dropped, to be built anew.
    InvalidIndexDropped {
        /// The step.
        version: Version,
        /// The index.
        index: String,
    },
    /// A step had to give way, and is tried again after a pause.
    Retrying {
        /// The step.
        version: Version,
        /// Which try comes next, counted from 1.
        attempt: u32,
        /// Why it gave way.
        sqlstate: String,
        /// How long the pause is.
        pause: Duration,
    },
    /// The answer to a COMMIT was lost; the ledger was asked on a new connection.
    CommitLookedUp {
        /// The step.
        version: Version,
        /// Whether it had happened.
        happened: bool,
    },
    /// A step is finished.
    Finished {
        /// The step.
        version: Version,
        /// Which way it was run.
        direction: Direction,
        /// How long it took, pauses included.
        elapsed: Duration,
    },
    /// The ledger was removed with the last step.
    LedgerRemoved,
    /// The schema of the ledger is ours, and stays because something else stands in it by now.
    SchemaKept {
        /// The schema.
        schema: String,
    },
}

/// Whoever wants to know how a run is going.
pub trait Progress: Send {
    /// Takes note of something that happened.
    fn event(&mut self, event: &Event);
}

/// Nobody wants to know.
impl Progress for () {
    fn event(&mut self, _: &Event) {}
}

impl<F: FnMut(&Event) + Send> Progress for F {
    fn event(&mut self, event: &Event) {
        self(event);
    }
}
