use std::collections::BTreeSet;

use crate::migration::{Folder, Migration, Version};

use super::ledger::{EntryState, Ledger};
use super::step::{Step, StepProgress};
use super::{Direction, Fault, Settings};

/// How far to go up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UpTarget {
    /// Everything that is pending.
    Latest,
    /// This version and what it requires.
    To(Version),
}

/// How far to go down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DownTarget {
    /// The steps applied last, this many.
    Steps(usize),
    /// Everything that was applied after this version.
    To(Version),
    /// Everything, and the ledger.
    Zero,
}

/// The steps that lead up to the target, in order.
pub(super) fn pending<'f>(
    folder: &'f Folder,
    ledger: &Ledger,
    target: &UpTarget,
    settings: &Settings,
) -> Result<Vec<Step<'f>>, Fault> {
    let ordered = folder.order(&settings.schema_order)?;
    let wanted = match target {
        UpTarget::Latest => None,
        UpTarget::To(version) => Some(with_required(folder, version)?),
    };
    Ok(ordered
        .into_iter()
        .filter(|migration| !ledger.is_applied(&migration.version))
        .filter(|migration| {
            wanted
                .as_ref()
                .is_none_or(|wanted| wanted.contains(&migration.version))
        })
        .map(|migration| Step {
            migration,
            direction: Direction::Up,
            progress: if ledger.entry(&migration.version).is_some() {
                StepProgress::Begun
            } else {
                StepProgress::Fresh
            },
        })
        .collect())
}

fn with_required(folder: &Folder, version: &Version) -> Result<BTreeSet<Version>, Fault> {
    let known = |version: &Version| {
        folder.migration(version).ok_or_else(|| {
            let latest = folder
                .migrations
                .iter()
                .rfind(|migration| migration.version.schema == version.schema);
            let hint = latest.map_or_else(
                || format!("the schema `{}` has no migrations", version.schema),
                |latest| format!("the latest of its schema is {}", latest.version),
            );
            Fault::Target(format!("there is no migration {version}: {hint}"))
        })
    };
    let mut wanted = BTreeSet::new();
    let mut open = vec![known(version)?];
    while let Some(migration) = open.pop() {
        if wanted.insert(migration.version.clone()) {
            open.extend(
                folder
                    .required(migration)
                    .iter()
                    .filter_map(|version| folder.migration(version)),
            );
        }
    }
    Ok(wanted)
}

/// The steps that lead down to the target, newest first. Those that another one undoes are not among them.
pub(super) fn to_revert<'f>(
    folder: &'f Folder,
    ledger: &Ledger,
    target: &DownTarget,
) -> Result<Vec<Step<'f>>, Fault> {
    let newest_first = ledger.entries.iter().rev();
    let migrations: Vec<&'f Migration> = newest_first
        .filter_map(|entry| folder.migration(&entry.version))
        .collect();
    let mut undone: BTreeSet<&Version> = BTreeSet::new();
    let mut steps = Vec::new();
    for migration in migrations {
        let reached = match target {
            DownTarget::Steps(count) => steps.len() >= *count,
            DownTarget::To(version) => migration.version == *version,
            DownTarget::Zero => false,
        };
        let is_undone = undone.contains(&migration.version);
        if let (true, true, DownTarget::To(version)) = (reached, is_undone, target) {
            return Err(Fault::Target(format!(
                "nothing can stop at {version}: what was applied after it can only be reverted together with it. Go down to the version before it, or stay after it"
            )));
        }
        if is_undone {
            continue;
        }
        if reached {
            return Ok(steps);
        }
        undone.extend(&migration.down.undoes);
        let entry = ledger.entry(&migration.version);
        steps.push(Step {
            migration,
            direction: Direction::Down,
            progress: if entry.is_some_and(|entry| entry.state != EntryState::Applied) {
                StepProgress::Begun
            } else {
                StepProgress::Fresh
            },
        });
    }
    match target {
        DownTarget::To(version) => Err(Fault::Target(format!(
            "{version} is not applied, so there is nothing after it to revert: `status` tells what is"
        ))),
        DownTarget::Steps(_) | DownTarget::Zero => Ok(steps),
    }
}

#[cfg(test)]
mod tests {
    use crate::migration::Script;

    use super::super::ledger::{Entry, Undo};
    use super::*;

    fn folder(pairs: &[(&str, &[&str], &[&str])]) -> Folder {
        let versions = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
        let migrations = pairs.iter().map(|(version, requires, undoes)| Migration {
            version: version.parse().unwrap(),
            name: "step".to_owned(),
            up: Script {
                requires: versions(requires),
                ..Script::default()
            },
            down: Script {
                undoes: versions(undoes),
                ..Script::default()
            },
        });
        Folder {
            migrations: migrations.collect(),
            ..Folder::default()
        }
    }

    fn ledger(versions: &[&str]) -> Ledger {
        let entries = versions.iter().map(|version| Entry {
            version: version.parse().unwrap(),
            name: "step".to_owned(),
            up_checksum: None,
            down_checksum: None,
            state: EntryState::Applied,
            statements_done: 0,
            finished_at: None,
            undo: Undo::default(),
        });
        Ledger {
            bootstrap: Some(Undo::default()),
            entries: entries.collect(),
        }
    }

    fn versions(steps: Result<Vec<Step<'_>>, Fault>) -> Vec<String> {
        steps
            .unwrap()
            .iter()
            .map(|step| step.version().to_string())
            .collect()
    }

    #[test]
    fn up_to_a_version_takes_what_it_requires_and_no_more() {
        let folder = folder(&[
            ("a/0001", &[], &[]),
            ("a/0002", &[], &[]),
            ("b/0001", &["a/0001"], &[]),
            ("b/0002", &[], &[]),
        ]);
        let settings = Settings::new("a");
        let up = |applied: &[&str], target| {
            versions(pending(&folder, &ledger(applied), &target, &settings))
        };
        assert_eq!(
            up(&[], UpTarget::To(Version::new("b", 1))),
            ["a/0001", "b/0001"]
        );
        assert_eq!(
            up(&["a/0001"], UpTarget::Latest),
            ["a/0002", "b/0001", "b/0002"]
        );
        let error = pending(
            &folder,
            &ledger(&[]),
            &UpTarget::To(Version::new("b", 9)),
            &settings,
        )
        .unwrap_err();
        assert_eq!(
            error.to_string(),
            "there is no migration b/0009: the latest of its schema is b/0002"
        );
    }

    #[test]
    fn down_goes_newest_first_and_takes_what_is_undone_along() {
        let folder = folder(&[
            ("a/0001", &[], &[]),
            ("b/0001", &[], &[]),
            ("b/0002", &[], &["b/0001"]),
        ]);
        let applied = ledger(&["a/0001", "b/0001", "b/0002"]);
        let down = |target| versions(to_revert(&folder, &applied, &target));
        assert_eq!(down(DownTarget::Steps(1)), ["b/0002"]);
        assert_eq!(down(DownTarget::Zero), ["b/0002", "a/0001"]);
        assert_eq!(down(DownTarget::To(Version::new("a", 1))), ["b/0002"]);
        assert_eq!(down(DownTarget::To(Version::new("b", 2))), [""; 0]);
        for to in [Version::new("b", 1), Version::new("a", 7)] {
            assert!(matches!(
                to_revert(&folder, &applied, &DownTarget::To(to)),
                Err(Fault::Target(_))
            ));
        }
    }
}
