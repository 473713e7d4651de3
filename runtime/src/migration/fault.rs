use std::fmt;
use std::io;

use super::{Cycle, ScriptFault, Version};

/// Why a folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// A file cannot be read.
    #[error("`{path}` cannot be read: {source}")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// It can be read, and says things that cannot be.
    #[error("{}", Listed { path, faults })]
    Faulty {
        /// The folder.
        path: String,
        /// All that is wrong with it.
        faults: Vec<FolderFault>,
    },
}

struct Listed<'a> {
    path: &'a str,
    faults: &'a [FolderFault],
}

impl fmt::Display for Listed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "the migrations in `{}` cannot be used:",
            self.path
        )?;
        for fault in self.faults {
            write!(formatter, "\n- {}", fault.to_string().replace('\n', "\n  "))?;
        }
        Ok(())
    }
}

/// One thing that is wrong with a folder. Each names the file and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FolderFault {
    /// A file whose name does not say what it is.
    #[error(
        "`{0}` has a name that says no version: call it `<schema>/<NNNN>_<name>.up.sql` or `.down.sql`, or move it out of the folder"
    )]
    Name(String),
    /// A file that cannot be understood.
    #[error("`{file}`, {fault}")]
    Script {
        /// The file.
        file: String,
        /// What is wrong in it.
        fault: ScriptFault,
    },
    /// A number that is left out.
    #[error(
        "`{after}` comes after {}, so {missing} is missing: restore its files, or give the later ones the numbers that follow (in their `-- requires:` and `-- undoes:` lines, too) and accept that with `generate --seal`",
        before.as_ref().map_or_else(|| "nothing".to_owned(), ToString::to_string)
    )]
    Gap {
        /// The version that is missing.
        missing: Version,
        /// The one before it.
        before: Option<Version>,
        /// The first file after it.
        after: String,
    },
    /// One number, two migrations.
    #[error(
        "`{first}` and `{second}` have the same number, as when two branches meet: give the later one the next free number (in the `-- requires:` and `-- undoes:` lines that name it, too) and accept that with `generate --seal`"
    )]
    DoubleNumber {
        /// The file of one.
        first: String,
        /// The file of the other.
        second: String,
    },
    /// Half a pair.
    #[error(
        "`{present}` has no `{missing}` beside it: restore that file, or write it (without statements if there is nothing to do)"
    )]
    HalfAPair {
        /// The file that is there.
        present: String,
        /// The one that is not.
        missing: String,
    },
    /// `requires` or `undoes` of a version that is not in the folder.
    #[error(
        "`{file}` {verb} {version}, which is not in the folder: restore its files or mend the header"
    )]
    UnknownVersion {
        /// The file.
        file: String,
        /// `requires` or `undoes`.
        verb: &'static str,
        /// The version.
        version: Version,
    },
    /// Migrations that wait for one another.
    #[error("{0}")]
    Cycle(Cycle),
    /// A file that is not what was generated or reviewed.
    #[error(
        "`{0}` differs from what `bailiwick.sum` has for it: it was edited after it was written. Restore it (`git checkout -- {0}`), or, if it has been applied nowhere, accept the edit with `generate --seal`"
    )]
    Edited(String),
    /// A file that the sum does not know.
    #[error(
        "`{0}` is not in `bailiwick.sum`: it was added by hand. Accept it with `generate --seal`, or move it out of the folder"
    )]
    NotInSum(String),
    /// A line of the sum without a file.
    #[error(
        "`{0}` is in `bailiwick.sum`, but not in the folder: restore it (`git checkout -- {0}`), or, if it was removed on purpose, accept that with `generate --seal`"
    )]
    NotInFolder(String),
    /// A line of the sum that is none.
    #[error(
        "`bailiwick.sum` has the line `{0}`, which is no checksum (a merge conflict?): write it anew with `generate --seal`"
    )]
    SumLine(String),
}
