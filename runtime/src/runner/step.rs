use crate::catalog::QualifiedName;
use crate::migration::{Action, Migration, Move, Script, Version};

use super::Direction;
use super::inventory::Inventory;

/// A migration that a run applies or reverts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step<'f> {
    pub(super) migration: &'f Migration,
    pub(super) direction: Direction,
    pub(super) progress: StepProgress,
}

/// Whether a killed run has begun the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StepProgress {
    Fresh,
    Begun,
}

impl<'f> Step<'f> {
    pub(super) fn version(&self) -> &'f Version {
        &self.migration.version
    }

    /// The file that is run.
    pub(super) fn script(&self) -> &'f Script {
        match self.direction {
            Direction::Up => &self.migration.up,
            Direction::Down => &self.migration.down,
        }
    }

    /// The tables that change their place; on the way back those of the up file, the other way round.
    pub(super) fn moves(&self) -> Vec<Move> {
        let up = &self.migration.up.moves;
        match self.direction {
            Direction::Up => up.clone(),
            Direction::Down => up
                .iter()
                .rev()
                .map(|step| Move {
                    from: step.to.clone(),
                    to: step.from.clone(),
                })
                .collect(),
        }
    }

    /// What must be free for it.
    pub(super) fn creates(&self) -> &'f [QualifiedName] {
        &self.script().creates
    }

    /// Whether it builds this index without stopping anybody.
    pub(super) fn builds(&self, index: &QualifiedName) -> bool {
        let action = Action::CreateIndexConcurrently(index.clone());
        let mut statements = self.script().statements.iter();
        statements.any(|statement| statement.action() == action)
    }

    /// The run of `generate` that it came from; a file written by hand is one of its own.
    pub(super) fn group(&self) -> (String, u32) {
        group(self.migration)
    }

    /// The tables that it touches, as it calls them.
    pub(super) fn touches(&self) -> Vec<QualifiedName> {
        let mut tables = self.creates().to_vec();
        for step in self.moves() {
            tables.extend([step.from, step.to]);
        }
        let expected = self.script().expectations.iter();
        tables.extend(expected.map(|expectation| expectation.object.table().clone()));
        tables
    }
}

pub(super) fn group(migration: &Migration) -> (String, u32) {
    migration.up.part.as_ref().map_or_else(
        || (migration.version.to_string(), 1),
        |part| (part.name.clone(), part.count),
    )
}

/// Where a table stands that a file calls by the name that it has before or after the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    Here(QualifiedName),
    /// A file of this run creates it.
    NotYet,
    Nowhere,
}

/// Finds a table that the last of these steps names, before the first of them has run: backwards through what they
/// move, and, where it is not there, forwards through what has been moved before.
pub(super) fn place(
    name: &QualifiedName,
    steps: &[Step<'_>],
    baseline: Option<&Script>,
    moved: &[Move],
    inventory: &Inventory,
) -> Place {
    let mut now = name.clone();
    for step in steps.iter().rev() {
        if step.creates().contains(&now) {
            return Place::NotYet;
        }
        if let Some(step) = step.moves().into_iter().find(|step| step.to == now) {
            now = step.from;
        }
    }
    if baseline.is_some_and(|script| script.creates.contains(&now)) {
        return Place::NotYet;
    }
    if inventory.relations.contains_key(&now) {
        return Place::Here(now);
    }
    let now = forwards(&now, moved);
    if inventory.relations.contains_key(&now) {
        Place::Here(now)
    } else {
        Place::Nowhere
    }
}

/// Follows a table through moves that have happened.
pub(super) fn forwards(name: &QualifiedName, moved: &[Move]) -> QualifiedName {
    moved.iter().fold(name.clone(), |now, step| {
        if step.from == now {
            step.to.clone()
        } else {
            now
        }
    })
}
