use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{Change, Selection};
use crate::catalog::{Catalog, ElementKind, Expression, QualifiedName, Table};

/// The hints that apply: which table of the first catalog is which of the second, and which column.
pub(super) struct Hints {
    schemas: BTreeSet<String>,
    /// Old name to new name, of the moves that are made.
    moves: BTreeMap<QualifiedName, QualifiedName>,
    /// New name to old name, of the moves that are not made because their schema is not selected.
    waiting: BTreeMap<QualifiedName, QualifiedName>,
    /// Old name to new name, by table (as it is called after the moves).
    columns: BTreeMap<QualifiedName, BTreeMap<String, String>>,
}

/// Hints that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintError {
    /// One sentence for each.
    pub faults: Vec<String>,
}

impl fmt::Display for HintError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.faults.join("\n"))
    }
}

impl std::error::Error for HintError {}

impl Hints {
    pub(super) fn resolve(
        from: &Catalog,
        to: &Catalog,
        selection: &Selection,
    ) -> Result<Self, HintError> {
        let mut hints = Self {
            schemas: from.schemas.keys().cloned().collect(),
            moves: BTreeMap::new(),
            waiting: BTreeMap::new(),
            columns: BTreeMap::new(),
        };
        let mut faults = Vec::new();
        for (name, table) in to.tables() {
            let before = hints.resolve_table((from, to), &name, table, selection, &mut faults);
            if let Some(before) = before.filter(|_| selection.contains(&name.schema)) {
                hints.resolve_columns(before, &name, table, &mut faults);
            }
        }
        if faults.is_empty() {
            Ok(hints)
        } else {
            Err(HintError { faults })
        }
    }

    /// Finds what the table was before, and takes note of its move.
    fn resolve_table<'c>(
        &mut self,
        (from, to): (&'c Catalog, &Catalog),
        name: &QualifiedName,
        table: &Table,
        selection: &Selection,
        faults: &mut Vec<String>,
    ) -> Option<&'c Table> {
        let at_its_place = from.table(name);
        let Some(old) = table.moved_from.as_ref() else {
            return at_its_place;
        };
        if at_its_place.is_some() {
            // A table that already stands where it should has followed its hint, unless what stands
            // there is another one, which is to move away itself.
            let moves_away = to
                .tables()
                .any(|(_, other)| other.moved_from.as_ref() == Some(name));
            if moves_away && from.table(old).is_some() {
                faults.push(format!(
                    "`{name}` says that it was moved from `{old}`, but the table that stands at `{name}` now is to move away itself. \
                     Tables that change places go in two runs of `generate`: first the one that makes room"
                ));
            }
            return at_its_place;
        }
        let Some(before) = from.table(old) else {
            if selection.contains(&name.schema) {
                faults.push(format!(
                    "`{name}` says that it was moved from `{old}`, but the snapshot has neither of them. \
                     If the old database has not been adopted yet, run `baseline` first; if the table is new, take `moved_from` away; \
                     if it was called otherwise, mend the name"
                ));
            }
            return None;
        };
        if selection.contains(&name.schema) {
            if let Some(other) = self.moves.insert(old.clone(), name.clone()) {
                faults.push(format!(
                    "`{name}` and `{other}` both say that they were moved from `{old}`"
                ));
            }
        } else {
            self.waiting.insert(name.clone(), old.clone());
        }
        Some(before)
    }

    fn resolve_columns(
        &mut self,
        before: &Table,
        name: &QualifiedName,
        table: &Table,
        faults: &mut Vec<String>,
    ) {
        for column in &table.columns {
            let Some(old) = &column.renamed_from else {
                continue;
            };
            if before.column(&column.name).is_some() {
                continue;
            }
            if before.column(old).is_none() {
                faults.push(format!(
                    "the column `{}` of `{name}` says that it was renamed from `{old}`, but the snapshot's table has neither of them. \
                     Mend the name, or take `renamed_from` away",
                    column.name
                ));
                continue;
            }
            self.columns
                .entry(name.clone())
                .or_default()
                .insert(old.clone(), column.name.clone());
        }
    }

    /// Whether a table only waits for its move, because the schema that it goes to is not selected.
    pub(super) fn is_waiting(&self, name: &QualifiedName) -> bool {
        self.waiting.values().any(|old| old == name)
    }

    /// Whether the schema was there before.
    pub(super) fn has_schema(&self, name: &str) -> bool {
        self.schemas.contains(name)
    }

    /// The changes that the hints themselves are.
    pub(super) fn changes(&self) -> Vec<Change> {
        let moves = self.moves.iter().map(|(from, to)| Change::MoveTable {
            from: from.clone(),
            to: to.clone(),
        });
        let columns = self.columns.iter().flat_map(|(table, renames)| {
            renames.iter().map(|(from, to)| Change::RenameColumn {
                table: table.clone(),
                from: from.clone(),
                to: to.clone(),
            })
        });
        moves.chain(columns).collect()
    }

    /// The catalog after the hints have been followed, as Postgres itself carries names along.
    pub(super) fn apply(&self, from: &Catalog) -> Catalog {
        let mut result = from.clone();
        for (old, new) in &self.moves {
            let table = result
                .schemas
                .get_mut(&old.schema)
                .and_then(|s| s.tables.remove(&old.name));
            if let Some(table) = table {
                result
                    .schemas
                    .entry(new.schema.clone())
                    .or_default()
                    .tables
                    .insert(new.name.clone(), table);
            }
        }
        for (schema_name, schema) in &mut result.schemas {
            for (table_name, table) in &mut schema.tables {
                let name = QualifiedName::new(schema_name, table_name);
                if let Some(renames) = self.columns.get(&name) {
                    rename_columns(table, renames);
                }
                for key in table.foreign_keys.values_mut() {
                    if let Some(new) = self.moves.get(&key.target) {
                        key.target = new.clone();
                    }
                    if let Some(renames) = self.columns.get(&key.target) {
                        rename_all(&mut key.target_columns, renames);
                    }
                }
            }
        }
        result
    }

    /// A declared table whose foreign keys point to where their targets stand for now: a target whose
    /// own move is not made yet is still at its old place.
    pub(super) fn where_targets_stand(&self, table: &Table) -> Table {
        let mut table = table.clone();
        for key in table.foreign_keys.values_mut() {
            if let Some(old) = self.waiting.get(&key.target) {
                key.target = old.clone();
            }
        }
        table
    }
}

fn rename_all(names: &mut [String], renames: &BTreeMap<String, String>) {
    for name in names {
        if let Some(new) = renames.get(name) {
            name.clone_from(new);
        }
    }
}

fn rename_columns(table: &mut Table, renames: &BTreeMap<String, String>) {
    let in_expression =
        |expression: &mut Expression| *expression = expression.with_columns_renamed(renames);
    for column in &mut table.columns {
        if let Some(new) = renames.get(&column.name) {
            column.name.clone_from(new);
        }
        if let crate::catalog::Default::Generated(expression) = &mut column.default {
            in_expression(expression);
        }
    }
    if let Some(key) = &mut table.primary_key {
        rename_all(&mut key.columns, renames);
        rename_all(&mut key.include, renames);
    }
    for unique in table.uniques.values_mut() {
        rename_all(&mut unique.columns, renames);
        rename_all(&mut unique.include, renames);
    }
    for key in table.foreign_keys.values_mut() {
        rename_all(&mut key.columns, renames);
        rename_all(&mut key.set_columns, renames);
    }
    for check in table.checks.values_mut() {
        in_expression(&mut check.expression);
    }
    for index in table.indexes.values_mut() {
        rename_all(&mut index.include, renames);
        for element in &mut index.elements {
            match &mut element.kind {
                ElementKind::Column(name) => {
                    if let Some(new) = renames.get(name) {
                        name.clone_from(new);
                    }
                }
                ElementKind::Expression(expression) => in_expression(expression),
            }
        }
        if let Some(predicate) = &mut index.predicate {
            in_expression(predicate);
        }
    }
}
