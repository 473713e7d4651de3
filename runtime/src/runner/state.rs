use std::fmt;

use serde::Serialize;

use crate::migration::Version;

use super::Direction;

/// What state a run that failed has left the database in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct State {
    /// Which way the run went.
    pub direction: Direction,
    /// Whether the run created the ledger.
    pub ledger_created: bool,
    /// The steps that this run finished; they stay finished.
    pub finished: Vec<Version>,
    /// The step that failed, and what is left of it.
    pub failed: Option<(Version, Standing)>,
}

/// What is left of a step that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Its transaction was rolled back.
    RolledBack,
    /// Nothing of it had happened yet, or what had was taken back.
    NothingLeft,
    /// It runs without transaction, and this many of its statements have happened.
    Unfinished {
        /// How many have happened.
        done: usize,
        /// How many there are.
        of: usize,
    },
    /// The answer to its COMMIT was lost, and the server cannot be asked. The ledger knows.
    Unknown,
}

impl State {
    pub(super) fn untouched(direction: Direction) -> Self {
        Self {
            direction,
            ledger_created: false,
            finished: Vec::new(),
            failed: None,
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (done, command) = match self.direction {
            Direction::Up => ("applied", "up"),
            Direction::Down => ("reverted", "down"),
        };
        let mut sentences = Vec::new();
        if self.ledger_created {
            sentences.push("The ledger has been created.".to_owned());
        }
        if !self.finished.is_empty() {
            let versions: Vec<String> = self.finished.iter().map(ToString::to_string).collect();
            let stays = if versions.len() == 1 {
                format!("has been {done} and stays so")
            } else {
                format!("have been {done} and stay so")
            };
            sentences.push(format!("{} {stays}.", versions.join(", ")));
        }
        match &self.failed {
            Some((version, Standing::RolledBack)) => {
                sentences.push(format!("{version} was rolled back: nothing of it has happened."));
            }
            Some((version, Standing::Unfinished { done, of })) => sentences.push(format!(
                "{version} runs without transaction and is unfinished: {done} of its {of} statements have happened. The next `up` or `down` continues it."
            )),
            Some((version, Standing::NothingLeft)) => {
                sentences.push(format!("Nothing is left of {version}."));
            }
            Some((version, Standing::Unknown)) => sentences.push(format!(
                "Whether {version} was committed could not be looked up; the ledger knows, and the next `{command}` goes by it."
            )),
            None => {}
        }
        if sentences.is_empty() {
            sentences.push("Nothing has been changed.".to_owned());
        }
        formatter.write_str(&sentences.join(" "))
    }
}
