use serde::Serialize;

use crate::migration::{Cycle, Folder, Version};

use super::ledger::{EntryState, Ledger};
use super::{Baseline, Disagreement, Settings};

/// What is applied and what is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The schema of the ledger.
    pub ledger: String,
    /// Whether there is a ledger. Without one the database is at version 0.
    pub bootstrapped: bool,
    /// What became of the baseline.
    pub baseline: Option<Baseline>,
    /// The migrations: the applied ones in the order in which they were applied, then the pending ones in theirs.
    pub migrations: Vec<MigrationStatus>,
    /// Where the ledger and the folder tell different stories.
    pub disagreements: Vec<Disagreement>,
}

/// How far one migration is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MigrationStatus {
    /// Its version.
    pub version: Version,
    /// Its name.
    pub name: String,
    /// How far it is.
    #[serde(flatten)]
    pub state: MigrationState,
}

/// How far a migration is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum MigrationState {
    /// It is applied.
    Applied {
        /// When.
        at: Option<String>,
    },
    /// A run that was applying it has been killed, or is at it.
    Unfinished {
        /// How many of its statements have happened.
        done: usize,
    },
    /// A run that was reverting it has been killed, or is at it.
    Reverting {
        /// How many statements of its down file have happened.
        done: usize,
    },
    /// It is not applied.
    Pending,
}

impl Status {
    pub(super) fn of(folder: &Folder, ledger: &Ledger, settings: &Settings) -> Result<Self, Cycle> {
        let mut migrations: Vec<MigrationStatus> = ledger
            .entries
            .iter()
            .map(|entry| MigrationStatus {
                version: entry.version.clone(),
                name: entry.name.clone(),
                state: match entry.state {
                    EntryState::Applied => MigrationState::Applied {
                        at: entry.finished_at.clone(),
                    },
                    EntryState::Running => MigrationState::Unfinished {
                        done: entry.statements_done,
                    },
                    EntryState::Reverting => MigrationState::Reverting {
                        done: entry.statements_done,
                    },
                },
            })
            .collect();
        for migration in folder.order(&settings.schema_order)? {
            if ledger.entry(&migration.version).is_none() {
                migrations.push(MigrationStatus {
                    version: migration.version.clone(),
                    name: migration.name.clone(),
                    state: MigrationState::Pending,
                });
            }
        }
        Ok(Self {
            ledger: settings.ledger.clone(),
            bootstrapped: ledger.bootstrap.is_some(),
            baseline: ledger.bootstrap.as_ref().and_then(|undo| undo.baseline),
            migrations,
            disagreements: ledger.compare(folder),
        })
    }

    /// The migrations that are not applied to the end.
    pub fn open(&self) -> impl Iterator<Item = &MigrationStatus> {
        self.migrations
            .iter()
            .filter(|migration| !matches!(migration.state, MigrationState::Applied { .. }))
    }
}
