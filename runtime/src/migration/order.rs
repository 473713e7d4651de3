use std::collections::{BTreeMap, BTreeSet};

use super::{Folder, Migration, Version};

/// Migrations that wait for one another.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{} wait for one another, so that none can be the first: take one of their `-- requires:` lines out",
    list(versions)
)]
pub struct Cycle {
    /// All that can never run, in order.
    pub versions: Vec<Version>,
}

fn list(versions: &[Version]) -> String {
    let names: Vec<String> = versions.iter().map(ToString::to_string).collect();
    names.join(", ")
}

impl Folder {
    /// All migrations in the order in which they are applied: after what each requires and after its predecessors in
    /// the schema. Among those that could run, that of the schema that `schemas` names first comes first; schemas
    /// that it does not name come last, by name.
    ///
    /// # Errors
    /// If migrations wait for one another. [`Folder::read`] has refused such a folder.
    pub fn order(&self, schemas: &[String]) -> Result<Vec<&Migration>, Cycle> {
        let rank = |version: &Version| {
            let place = schemas.iter().position(|schema| *schema == version.schema);
            (place.unwrap_or(schemas.len()), version.clone())
        };
        let mut waiting: BTreeMap<_, (&Migration, BTreeSet<Version>)> = self
            .migrations
            .iter()
            .map(|migration| {
                (
                    rank(&migration.version),
                    (migration, self.required(migration)),
                )
            })
            .collect();
        let mut ordered = Vec::with_capacity(waiting.len());
        loop {
            let free = waiting
                .iter()
                .find(|(_, (_, requires))| requires.is_empty())
                .map(|(key, _)| key.clone());
            let Some((migration, _)) = free.and_then(|key| waiting.remove(&key)) else {
                break;
            };
            for (_, requires) in waiting.values_mut() {
                requires.remove(&migration.version);
            }
            ordered.push(migration);
        }
        if waiting.is_empty() {
            Ok(ordered)
        } else {
            Err(Cycle {
                versions: waiting
                    .into_values()
                    .map(|(migration, _)| migration.version.clone())
                    .collect(),
            })
        }
    }

    /// What must come before a migration and is in the folder.
    pub(crate) fn required(&self, migration: &Migration) -> BTreeSet<Version> {
        let mut versions: BTreeSet<Version> = migration.up.requires.iter().cloned().collect();
        versions.extend(migration.version.preceding());
        versions.retain(|version| self.migration(version).is_some());
        versions
    }
}

#[cfg(test)]
mod tests {
    use super::super::Script;
    use super::*;

    fn folder(migrations: &[(&str, &[&str])]) -> Folder {
        let migrations = migrations
            .iter()
            .map(|(version, requires)| Migration {
                version: version.parse().unwrap(),
                name: "step".to_owned(),
                up: Script {
                    requires: requires
                        .iter()
                        .map(|version| version.parse().unwrap())
                        .collect(),
                    ..Script::default()
                },
                down: Script::default(),
            })
            .collect();
        Folder {
            migrations,
            ..Folder::default()
        }
    }

    fn order(folder: &Folder, schemas: &[&str]) -> Result<Vec<String>, Cycle> {
        let schemas: Vec<String> = schemas.iter().map(ToString::to_string).collect();
        let ordered = folder.order(&schemas)?;
        Ok(ordered
            .iter()
            .map(|migration| migration.version.to_string())
            .collect())
    }

    #[test]
    fn what_is_required_comes_first_and_ties_go_by_schema_then_number() {
        let folder = folder(&[
            ("app/0001", &[]),
            ("core/0001", &["rag/0002"]),
            ("core/0002", &[]),
            ("rag/0001", &[]),
            ("rag/0002", &[]),
        ]);
        assert_eq!(
            order(&folder, &["core", "rag"]).unwrap(),
            ["rag/0001", "rag/0002", "core/0001", "core/0002", "app/0001"]
        );
        assert_eq!(order(&folder, &["app"]).unwrap()[0], "app/0001");
    }

    #[test]
    fn those_that_wait_for_one_another_are_named() {
        let folder = folder(&[
            ("a/0001", &["b/0002"]),
            ("b/0001", &[]),
            ("b/0002", &["a/0001"]),
        ]);
        let cycle = order(&folder, &[]).unwrap_err();
        assert!(
            cycle
                .to_string()
                .starts_with("a/0001, b/0002 wait for one another"),
            "{cycle}"
        );
    }
}
