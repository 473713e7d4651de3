//! What differs between two catalogs, as data. Pure: it reads no database and writes no SQL.
//!
//! Nothing is guessed. A table or a column changes its name only where a hint says so; constraints
//! and indexes are recognised by what they do, because for them a rename loses nothing either way.

mod change;
mod columns;
mod hints;
mod pair;
mod table;
mod words;

use std::collections::BTreeSet;

pub use change::{Change, Constraint};
pub use hints::HintError;

use crate::catalog::{Catalog, QualifiedName, Schema};
use hints::Hints;

/// Which schemas' changes are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// All of them.
    All,
    /// Those of one schema; the others stay as they are in the first catalog.
    Only(String),
}

impl Selection {
    fn contains(&self, schema: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(only) => only == schema,
        }
    }
}

/// The outcome of a comparison.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The changes, in the order of the names of what they change.
    pub changes: Vec<Change>,
    /// The first catalog with the changes made: the second one, plus what it does not speak of.
    pub result: Catalog,
}

/// Compares two catalogs.
///
/// # Errors
///
/// Every hint of the second catalog that matches nothing in the first, or more than one thing.
pub fn diff(from: &Catalog, to: &Catalog, selection: &Selection) -> Result<Difference, HintError> {
    let hints = Hints::resolve(from, to, selection)?;
    let mut result = hints.apply(from);
    let mut changes: Vec<Change> = Vec::new();
    changes.extend(hints.changes());

    for (name, schema) in &to.schemas {
        if selection.contains(name) {
            compare_schema(name, schema, &hints, &mut result, &mut changes);
        }
    }
    let undeclared = undeclared_tables(&result, to, selection, &hints);
    let missing = missing_targets(&result, to, selection);
    if !missing.is_empty() {
        return Err(HintError { faults: missing });
    }
    for name in undeclared {
        let schema = result.schemas.get_mut(&name.schema);
        if let Some(table) = schema.and_then(|schema| schema.tables.remove(&name.name)) {
            changes.push(Change::DropTable {
                name,
                table: Box::new(table),
            });
        }
    }
    result
        .schemas
        .retain(|name, schema| to.schemas.contains_key(name) || !schema.tables.is_empty());
    if *selection == Selection::All {
        result.extensions.clone_from(&to.extensions);
    }
    Ok(Difference { changes, result })
}

fn compare_schema(
    name: &str,
    wanted: &Schema,
    hints: &Hints,
    result: &mut Catalog,
    changes: &mut Vec<Change>,
) {
    let present = result.schemas.entry(name.to_owned()).or_default();
    if !hints.has_schema(name) {
        changes.push(Change::CreateSchema {
            name: name.to_owned(),
        });
    }
    let comment = table::kept_comment(present.comment.as_ref(), wanted.comment.as_ref());
    if comment != present.comment {
        changes.push(Change::CommentOnSchema {
            name: name.to_owned(),
            from: present.comment.clone(),
            to: comment.clone(),
        });
        present.comment = comment;
    }
    for (table_name, table) in &wanted.tables {
        let qualified = QualifiedName::new(name, table_name);
        let table = hints.where_targets_stand(table);
        let outcome = match present.tables.get(table_name) {
            Some(before) => table::compare(&qualified, before, &table, changes),
            None => {
                let created = table::without_hints(table);
                changes.push(Change::CreateTable {
                    name: qualified,
                    table: Box::new(created.clone()),
                });
                created
            }
        };
        present.tables.insert(table_name.clone(), outcome);
    }
}

/// Tables that are managed and that no struct declares any more.
fn undeclared_tables(
    present: &Catalog,
    to: &Catalog,
    selection: &Selection,
    hints: &Hints,
) -> Vec<QualifiedName> {
    let declared: BTreeSet<QualifiedName> = to.tables().map(|(name, _)| name).collect();
    present
        .tables()
        .map(|(name, _)| name)
        .filter(|name| selection.contains(&name.schema) && !declared.contains(name))
        .filter(|name| !hints.is_waiting(name))
        .collect()
}

/// Foreign keys of the selected schema that would point at what is not there.
fn missing_targets(result: &Catalog, to: &Catalog, selection: &Selection) -> Vec<String> {
    let Selection::Only(only) = selection else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    for (name, table) in result.tables().filter(|(name, _)| name.schema == *only) {
        for (key_name, key) in &table.foreign_keys {
            let is_there = result.table(&key.target).is_some_and(|target| {
                key.target_columns
                    .iter()
                    .all(|column| target.column(column).is_some())
            });
            if !is_there && to.table(&key.target).is_some() {
                faults.push(format!(
                    "`{name}` references `{}` ({}) by `{key_name}`, which is not there before the changes of the schema `{}`. \
                     Generate those first, with `--only {}`, or all at once without `--only`",
                    key.target,
                    key.target_columns.join(", "),
                    key.target.schema,
                    key.target.schema
                ));
            }
        }
    }
    faults
}
