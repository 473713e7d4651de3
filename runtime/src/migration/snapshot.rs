use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::catalog::Catalog;

use super::WriteError;
use super::write::replace;

/// The file that holds the catalog as of the last migration.
pub const SNAPSHOT: &str = "snapshot.json";

/// The form of the file that is written and read here.
const FORMAT: u32 = 1;

/// The catalog as of the last migration. What the next ones are generated from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The form of the file.
    format: u32,
    /// The schema of the ledger.
    pub ledger: String,
    /// All schemas, as they are once every migration of the folder is applied.
    pub catalog: Catalog,
}

/// Why a snapshot cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// The system refuses.
    #[error("`{}` cannot be read: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// It is no snapshot.
    #[error("`{}` is no snapshot ({source}): it is written by `generate` and not meant to be edited, so restore it from version control", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and why.
        source: serde_json::Error,
    },
    /// It was written by a later release.
    #[error("`{}` has format {found}, and this release reads format {FORMAT}: use the release of bailiwick that wrote it, or a later one", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
}

impl Snapshot {
    /// The snapshot of a catalog whose ledger stands in this schema.
    pub fn new(ledger: impl Into<String>, catalog: Catalog) -> Self {
        Self {
            format: FORMAT,
            ledger: ledger.into(),
            catalog,
        }
    }

    /// Reads the snapshot of a folder; `None` where there is none yet.
    ///
    /// # Errors
    /// If the file cannot be read, is no snapshot, or was written by a later release.
    pub fn read(root: &Path) -> Result<Option<Self>, SnapshotError> {
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }
        let path = root.join(SNAPSHOT);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(SnapshotError::Io { path, source }),
        };
        let malformed = |source| SnapshotError::Malformed {
            path: path.clone(),
            source,
        };
        // The form is read first: a later one may not be readable as a whole.
        let Form { format } = serde_json::from_str(&text).map_err(malformed)?;
        if format != FORMAT {
            return Err(SnapshotError::Format {
                path,
                found: format,
            });
        }
        serde_json::from_str(&text).map(Some).map_err(malformed)
    }

    /// Writes the snapshot of a folder, whole or not at all.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, root: &Path) -> Result<(), WriteError> {
        let path = root.join(SNAPSHOT);
        let mut text = serde_json::to_string_pretty(self).map_err(|source| WriteError::Io {
            path: path.clone(),
            source: source.into(),
        })?;
        text.push('\n');
        replace(&path, &text)
    }
}
