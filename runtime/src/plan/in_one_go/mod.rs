//! The quick changes of one schema, in one transaction.

mod additions;
mod columns;
mod drops;
mod moves;

use std::collections::BTreeSet;

use super::before::Before;
use super::drop_indexes::Dropped;
use super::hazard::{Hazard, HazardCode};
use super::step::{Step, Transaction};
use super::{Settings, Split, Unsupported, create_table};
use crate::catalog::{Element, ElementKind, ForeignKey, QualifiedName};
use crate::diff::{Change, Constraint};

/// The quick changes of one schema, in one transaction. What takes long goes to `split`.
pub(super) fn plan<'c>(
    schema: &str,
    changes: &[&'c Change],
    before: &Before<'_>,
    settings: &Settings<'_>,
    split: &mut Split<'c>,
) -> Result<Step, Unsupported> {
    let mut work = InOneGo {
        step: Step::new(schema, settings.name, Transaction::One),
        facts: Facts::of(changes),
        changes,
        before,
        settings,
        split,
    };
    work.comment_on_schema();
    work.moves();
    work.drops_that_make_room();
    work.renames();
    work.drop_constraints();
    work.drop_tables();
    work.columns()?;
    work.create_tables();
    work.constraints();
    work.foreign_keys_of_new_tables();
    work.indexes();
    work.comments();
    Ok(work.step)
}

/// What a glance over all changes of the schema tells.
struct Facts<'c> {
    created: BTreeSet<&'c QualifiedName>,
    dropped_columns: BTreeSet<(&'c QualifiedName, &'c str)>,
    /// Relation names that the plan gives to something.
    taken: BTreeSet<String>,
    /// Sets of columns that become unique in steps of their own.
    coming_keys: BTreeSet<(&'c QualifiedName, BTreeSet<&'c str>)>,
}

impl<'c> Facts<'c> {
    fn of(changes: &[&'c Change]) -> Self {
        let mut facts = Self {
            created: BTreeSet::new(),
            dropped_columns: BTreeSet::new(),
            taken: BTreeSet::new(),
            coming_keys: BTreeSet::new(),
        };
        for change in changes {
            match change {
                Change::CreateTable { name, table } => {
                    facts.created.insert(name);
                    facts.taken.extend(
                        create_table::relations(name, table)
                            .into_iter()
                            .map(|relation| relation.name),
                    );
                }
                Change::DropColumn { table, column } => {
                    facts.dropped_columns.insert((table, &column.name));
                }
                Change::RenameIndex { to, .. }
                | Change::RenameConstraint { to, .. }
                | Change::RenameSequence { to, .. } => {
                    facts.taken.insert(to.to_owned());
                }
                Change::CreateIndex { table, name, index } => {
                    facts.taken.insert(name.to_owned());
                    let columns = index.elements.iter().map(|element| match &element.kind {
                        ElementKind::Column(column) => Some(column.as_str()),
                        ElementKind::Expression(_) => None,
                    });
                    facts
                        .coming_keys
                        .extend(columns.collect::<Option<_>>().map(|set| (table, set)));
                }
                Change::AddConstraint { table, constraint } => {
                    facts.taken.insert(constraint.name().to_owned());
                    let columns = match constraint {
                        Constraint::PrimaryKey(key) => &key.columns,
                        Constraint::Unique(_, unique) => &unique.columns,
                        Constraint::ForeignKey(..) | Constraint::Check(..) => continue,
                    };
                    let set = columns.iter().map(String::as_str).collect();
                    facts.coming_keys.insert((table, set));
                }
                _ => {}
            }
        }
        facts
    }

    /// Whether a foreign key refers to a key that is only built in a later step.
    fn waits_for_key(&self, key: &'c ForeignKey) -> bool {
        let set = key.target_columns.iter().map(String::as_str).collect();
        self.coming_keys.contains(&(&key.target, set))
    }

    /// Whether an index must be gone before the rest can be done.
    fn in_the_way(&self, dropped: &Dropped<'_>) -> bool {
        let index = dropped.index;
        let needs = |column: &str| {
            let in_element = |element: &Element| match &element.kind {
                ElementKind::Column(name) => name == column,
                ElementKind::Expression(expression) => expression.mentions(column),
            };
            index.elements.iter().any(in_element)
                || index.include.iter().any(|name| name == column)
                || index
                    .predicate
                    .iter()
                    .any(|predicate| predicate.mentions(column))
        };
        self.taken.contains(dropped.name)
            || self
                .dropped_columns
                .iter()
                .any(|(table, column)| *table == dropped.table && needs(column))
    }
}

struct InOneGo<'w, 'c, 'b> {
    step: Step,
    facts: Facts<'c>,
    changes: &'w [&'c Change],
    before: &'w Before<'b>,
    settings: &'w Settings<'w>,
    split: &'w mut Split<'c>,
}

impl InOneGo<'_, '_, '_> {
    fn hazard(&mut self, code: HazardCode, text: String) {
        self.step.hazards.push(Hazard { code, text });
    }
}
