use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

/// How a command ended, when it did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing to do, or it is done.
    Fine,
    /// Something is pending, differs or is out of step.
    SomethingToDo,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::SomethingToDo => Self::from(2),
        }
    }
}

/// Why a command failed, for people and for machines.
#[derive(Debug)]
pub(super) struct Failure {
    /// The text for people.
    pub(super) text: String,
    /// The same as data.
    pub(super) json: serde_json::Value,
}

impl Failure {
    pub(super) fn new(error: impl Display) -> Self {
        let text = error.to_string();
        Self {
            json: serde_json::json!({ "error": text }),
            text,
        }
    }

    pub(super) fn file(file: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("{}: {error}", file.display()))
    }
}
