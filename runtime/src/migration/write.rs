use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::checksum;
use super::folder::{SUM, texts};
use super::{BASELINE, Folder, FolderError, Migration, Script};

/// Why a folder could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The system refuses.
    #[error("`{}` cannot be written: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file is there, with another text.
    #[error("`{}` exists already and is never overwritten: move it out of the way, or number the new migration anew", .0.display())]
    Exists(PathBuf),
    /// The folder could not be read again for the sum.
    #[error(transparent)]
    Folder(#[from] FolderError),
}

impl Folder {
    /// Writes new migrations (and the baseline, if one is given) into a folder, and its sum anew.
    ///
    /// # Errors
    /// If a file is there already with another text (then nothing is written), or cannot be written.
    pub fn write(
        root: &Path,
        baseline: Option<&Script>,
        migrations: &[Migration],
    ) -> Result<(), WriteError> {
        let mut files: Vec<(PathBuf, String)> = Vec::new();
        files.extend(baseline.map(|script| (root.join(BASELINE), script.render())));
        for migration in migrations {
            files.push((root.join(migration.up_path()), migration.up.render()));
            files.push((root.join(migration.down_path()), migration.down.render()));
        }
        for (path, text) in &files {
            match fs::read_to_string(path) {
                Ok(present) if present != *text => return Err(WriteError::Exists(path.clone())),
                _ => {}
            }
        }
        for (path, text) in &files {
            replace(path, text)?;
        }
        Self::seal(root)
    }

    /// Writes the sum of the folder's files as they are now.
    ///
    /// # Errors
    /// If a file cannot be read or the sum cannot be written.
    pub fn seal(root: &Path) -> Result<(), WriteError> {
        let mut texts = texts(root)?;
        texts.remove(SUM);
        let sums = texts
            .into_iter()
            .map(|(path, text)| (path, checksum::checksum(&text)))
            .collect();
        replace(&root.join(SUM), &checksum::render(&sums))
    }
}

/// Writes a file so that a reader finds the old text or the new one, never a part.
pub(super) fn replace(path: &Path, text: &str) -> Result<(), WriteError> {
    let failed = |source| WriteError::Io {
        path: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    written.map_err(|source| {
        // What is left of a failed attempt helps nobody; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&temporary);
        failed(source)
    })
}
