use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::checksum;
use super::file_name::{Direction, FileName, path};
use super::{FolderError, FolderFault, Script, Version};

/// The file that holds the DDL of what was there before the first migration.
pub const BASELINE: &str = "0000_baseline.sql";

/// The file that holds the checksum of every other.
pub const SUM: &str = "bailiwick.sum";

/// A folder of migrations, in memory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    /// What was there before the first migration.
    pub baseline: Option<Script>,
    /// The migrations by schema and number.
    pub migrations: Vec<Migration>,
    /// The SHA-256 of each file by its path in the folder.
    pub checksums: BTreeMap<String, String>,
}

/// A numbered pair of files: one step and its reverse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The schema and the number.
    pub version: Version,
    /// The rest of the files' names.
    pub name: String,
    /// The step.
    pub up: Script,
    /// Its reverse.
    pub down: Script,
}

impl Migration {
    /// The path of the up file inside the folder.
    pub fn up_path(&self) -> String {
        path(&self.version, &self.name, Direction::Up)
    }

    /// The path of the down file inside the folder.
    pub fn down_path(&self) -> String {
        path(&self.version, &self.name, Direction::Down)
    }
}

impl Folder {
    /// Reads a folder. One that does not exist holds no migrations.
    ///
    /// # Errors
    /// If a file cannot be read, or if anything is wrong with the folder: then all of it is named.
    pub fn read(root: &Path) -> Result<Self, FolderError> {
        let (folder, faults) = Self::examine(root)?;
        if faults.is_empty() {
            Ok(folder)
        } else {
            Err(FolderError::Faulty {
                path: root.display().to_string(),
                faults,
            })
        }
    }

    /// Reads a folder that may be broken, to mend it: what can be understood, and what is wrong.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn examine(root: &Path) -> Result<(Self, Vec<FolderFault>), FolderError> {
        Ok(Self::parse(&texts(root)?))
    }

    /// Understands the texts of a folder by their paths: its SQL files and the sum.
    pub fn parse(texts: &BTreeMap<String, String>) -> (Self, Vec<FolderFault>) {
        let mut faults = Vec::new();
        let mut folder = Self::default();
        let mut pairs: BTreeMap<(Version, String), [Option<Script>; 2]> = BTreeMap::new();
        for (file, text) in texts.iter().filter(|(file, _)| *file != SUM) {
            folder
                .checksums
                .insert(file.clone(), checksum::checksum(text));
            let script = Script::parse(text).unwrap_or_else(|error| {
                let file = || file.clone();
                faults.extend(error.faults.into_iter().map(|fault| FolderFault::Script {
                    file: file(),
                    fault,
                }));
                Script::default()
            });
            if file == BASELINE {
                folder.baseline = Some(script);
            } else if let Some(name) = FileName::parse(file) {
                let pair = pairs.entry((name.version, name.name)).or_default();
                pair[usize::from(name.direction == Direction::Down)] = Some(script);
            } else {
                faults.push(FolderFault::Name(file.clone()));
            }
        }
        for ((version, name), [up, down]) in pairs {
            let [up_path, down_path] =
                [Direction::Up, Direction::Down].map(|direction| path(&version, &name, direction));
            if up.is_none() || down.is_none() {
                let (present, missing) = if up.is_some() {
                    (up_path, down_path)
                } else {
                    (down_path, up_path)
                };
                faults.push(FolderFault::HalfAPair { present, missing });
            }
            folder.migrations.push(Migration {
                version,
                name,
                up: up.unwrap_or_default(),
                down: down.unwrap_or_default(),
            });
        }
        folder.numbers(&mut faults);
        folder.references(&mut faults);
        folder.sums(texts.get(SUM).map(String::as_str), &mut faults);
        (folder, faults)
    }

    /// The migration of this version.
    pub fn migration(&self, version: &Version) -> Option<&Migration> {
        self.migrations
            .iter()
            .find(|migration| migration.version == *version)
    }

    /// Each schema counts 1, 2, 3, without a gap and without a number twice.
    fn numbers(&self, faults: &mut Vec<FolderFault>) {
        let mut before: Option<&Migration> = None;
        for migration in &self.migrations {
            let last = before.filter(|last| last.version.schema == migration.version.schema);
            let number = last.map_or(0, |last| last.version.number);
            match last {
                Some(last) if last.version == migration.version => {
                    faults.push(FolderFault::DoubleNumber {
                        first: last.up_path(),
                        second: migration.up_path(),
                    });
                }
                _ if migration.version.number != number + 1 => faults.push(FolderFault::Gap {
                    missing: Version::new(&migration.version.schema, number + 1),
                    before: last.map(|last| last.version.clone()),
                    after: migration.up_path(),
                }),
                _ => {}
            }
            before = Some(migration);
        }
    }

    /// What a header names is there, and nothing waits for itself.
    fn references(&self, faults: &mut Vec<FolderFault>) {
        for migration in &self.migrations {
            let named = [
                (migration.up_path(), "requires", &migration.up.requires),
                (migration.down_path(), "undoes", &migration.down.undoes),
            ];
            for (file, verb, versions) in named {
                for version in versions
                    .iter()
                    .filter(|version| self.migration(version).is_none())
                {
                    faults.push(FolderFault::UnknownVersion {
                        file: file.clone(),
                        verb,
                        version: version.clone(),
                    });
                }
            }
        }
        faults.extend(self.order(&[]).err().map(FolderFault::Cycle));
    }

    /// Every file is what the sum says, and the sum says nothing else.
    fn sums(&self, sum: Option<&str>, faults: &mut Vec<FolderFault>) {
        let recorded = match checksum::parse(sum.unwrap_or_default()) {
            Ok(recorded) => recorded,
            Err(line) => return faults.push(FolderFault::SumLine(line)),
        };
        for (file, actual) in &self.checksums {
            match recorded.get(file) {
                None => faults.push(FolderFault::NotInSum(file.clone())),
                Some(sum) if sum != actual => faults.push(FolderFault::Edited(file.clone())),
                Some(_) => {}
            }
        }
        let lost = recorded
            .keys()
            .filter(|file| !self.checksums.contains_key(*file));
        faults.extend(lost.cloned().map(FolderFault::NotInFolder));
    }
}

/// The texts of a folder's SQL files and of its sum, by path.
pub(super) fn texts(root: &Path) -> Result<BTreeMap<String, String>, FolderError> {
    let mut texts = BTreeMap::new();
    let unreadable = |path: &Path, source| FolderError::Unreadable {
        path: path.display().to_string(),
        source,
    };
    for (name, is_folder) in entries(root).map_err(|source| unreadable(root, source))? {
        let path = root.join(&name);
        let mut files = Vec::new();
        if is_folder {
            let inner = entries(&path).map_err(|source| unreadable(&path, source))?;
            files.extend(
                inner
                    .into_iter()
                    .filter(|(_, is_folder)| !is_folder)
                    .map(|(file, _)| format!("{name}/{file}")),
            );
        } else {
            files.push(name);
        }
        for file in files
            .into_iter()
            .filter(|file| file.ends_with(".sql") || file == SUM)
        {
            let path = root.join(&file);
            let text = fs::read_to_string(&path).map_err(|source| unreadable(&path, source))?;
            texts.insert(file, text);
        }
    }
    Ok(texts)
}

/// The names in a folder, and whether each is a folder; nothing in one that does not exist.
fn entries(folder: &Path) -> io::Result<Vec<(String, bool)>> {
    let listing = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing?,
    };
    listing
        .map(|entry| {
            let entry = entry?;
            let name = entry.file_name().into_string().map_err(|name| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("the name {name:?} is not Unicode"),
                )
            })?;
            // Follows links, as a folder of migrations may well hold some.
            Ok((name, fs::metadata(entry.path())?.is_dir()))
        })
        .collect()
}
