use crate::diff::HintError;
use crate::migration::Cycle;
use crate::plan::{HazardCode, Unsupported};

/// Why nothing was generated. No file has been written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GenerateError {
    /// The name cannot be part of a file's name.
    #[error(
        "`{0}` cannot name a migration: use lower-case letters, digits and `_`, at most 60 of them, such as `move_rag`"
    )]
    Name(String),
    /// The name was used before.
    #[error(
        "`{0}` is the name of an earlier migration, and files say by it what belongs together. Choose another name"
    )]
    NameTaken(String),
    /// Hints of the models match nothing.
    #[error(transparent)]
    Hint(#[from] HintError),
    /// A change has no statements yet.
    #[error(transparent)]
    Unsupported(#[from] Unsupported),
    /// The migrations that are there have no order.
    #[error(transparent)]
    Cycle(#[from] Cycle),
    /// Data would be lost.
    #[error(
        "this would lose data:\n  {}\nNothing has been written. If a table or a column only has another name now, say so with `moved_from` or `renamed_from`; \
         if the data is really to go, repeat the command with `--allow {}`",
        what.join("\n  "),
        codes.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(" --allow ")
    )]
    DataLoss {
        /// What would be allowed.
        codes: Vec<HazardCode>,
        /// What would be lost.
        what: Vec<String>,
    },
}
