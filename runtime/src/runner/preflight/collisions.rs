use std::collections::BTreeMap;

use crate::catalog::{ObjectName, QualifiedName};

use super::super::inventory::Relation;
use super::super::step::{Step, StepProgress};
use super::super::{Direction, Finding};
use super::Scene;

/// Goes through the steps in thought: tables move with their indexes and sequences, and every name that a step needs
/// must be free when its turn comes. Tables, indexes, sequences, views and types share one space of names.
pub(super) fn look(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let mut world = World {
        relations: scene.inventory.relations.clone(),
        moved: BTreeMap::new(),
    };
    for name in scene.baseline.iter().flat_map(|script| &script.creates) {
        world.put(name, "table");
    }
    let mut schemas: Vec<&str> = scene.inventory.schemas.keys().map(String::as_str).collect();
    schemas.push(&scene.settings.ledger);
    for step in scene.steps {
        schemas.extend(step.script().creates_schemas.iter().map(String::as_str));
        world.free_what_is_touched(step);
        world.move_tables(step, &schemas, findings);
        if step.direction == Direction::Down {
            for name in &step.migration.up.creates {
                world.relations.remove(name);
            }
        }
        for name in step.creates() {
            // What a build has left half done is dropped by the build that comes after it.
            let replaces = |relation: &Relation| relation.is_half_built && step.builds(name);
            if let Some(relation) = world
                .relations
                .get(name)
                .filter(|held| step.progress == StepProgress::Fresh && !replaces(held))
            {
                findings.push(taken(step, name, relation));
            }
            world.put(name, "relation");
        }
    }
}

fn taken(step: &Step<'_>, name: &QualifiedName, relation: &Relation) -> Finding {
    let of = relation
        .table
        .as_ref()
        .map_or_else(String::new, |table| format!(" of {table}"));
    Finding::NameTaken {
        version: step.version().clone(),
        name: name.clone(),
        holder: format!("{}{of}", relation.kind),
    }
}

struct World {
    relations: BTreeMap<QualifiedName, Relation>,
    /// Where the tables are that have moved, by the name under which a file may still know them.
    moved: BTreeMap<QualifiedName, QualifiedName>,
}

impl World {
    fn put(&mut self, name: &QualifiedName, kind: &str) {
        let relation = Relation {
            kind: kind.to_owned(),
            owner: String::new(),
            is_ours: true,
            table: None,
            is_half_built: false,
        };
        self.relations.insert(name.clone(), relation);
    }

    /// An index or constraint that a step expects is one that it drops or renames: its name becomes free.
    fn free_what_is_touched(&mut self, step: &Step<'_>) {
        for expectation in &step.script().expectations {
            let (ObjectName::Index(table, name) | ObjectName::Constraint(table, name)) =
                &expectation.object
            else {
                continue;
            };
            let now = self.moved.get(table).unwrap_or(table);
            for schema in [&table.schema, &now.schema] {
                let index = QualifiedName::new(schema, name);
                if self
                    .relations
                    .get(&index)
                    .is_some_and(|relation| relation.table.as_ref() == Some(now))
                {
                    self.relations.remove(&index);
                }
            }
        }
    }

    fn move_tables(&mut self, step: &Step<'_>, schemas: &[&str], findings: &mut Vec<Finding>) {
        let mut carried = Vec::new();
        for change in step.moves() {
            let version = || step.version().clone();
            if !schemas.contains(&change.to.schema.as_str()) {
                findings.push(Finding::SchemaMissing {
                    version: version(),
                    schema: change.to.schema.clone(),
                });
            }
            let Some(table) = self.relations.remove(&change.from) else {
                findings.push(Finding::TableMissing {
                    version: version(),
                    table: change.from.clone(),
                });
                continue;
            };
            let dependents: Vec<QualifiedName> = self
                .relations
                .iter()
                .filter(|(_, relation)| relation.table.as_ref() == Some(&change.from))
                .map(|(name, _)| name.clone())
                .collect();
            let dependents: Vec<_> = dependents
                .into_iter()
                .filter_map(|name| {
                    self.relations
                        .remove(&name)
                        .map(|relation| (name, relation))
                })
                .collect();
            carried.push((change, table, dependents));
        }
        // All have left before the first arrives, so that two tables may change places.
        for (change, table, dependents) in carried {
            let between = change.between();
            for name in between.iter().chain([&change.to]) {
                if let Some(relation) = self.relations.get(name) {
                    findings.push(taken(step, name, relation));
                }
            }
            for (name, relation) in dependents {
                let name = QualifiedName::new(&change.to.schema, name.name);
                if let Some(holder) = self.relations.get(&name) {
                    findings.push(taken(step, &name, holder));
                }
                self.relations.insert(
                    name,
                    Relation {
                        table: Some(change.to.clone()),
                        ..relation
                    },
                );
            }
            self.relations.insert(change.to.clone(), table);
            for place in self
                .moved
                .values_mut()
                .filter(|place| **place == change.from)
            {
                *place = change.to.clone();
            }
            self.moved.insert(change.from, change.to);
        }
    }
}
