use std::collections::BTreeMap;

use super::columns;
use super::pair::pair;
use super::{Change, Constraint};
use crate::catalog::{
    Attributes, Check, ForeignKey, Index, PrimaryKey, QualifiedName, Table, Unique,
};

/// A declared table as a state: the hints are words about how to get there.
pub(super) fn without_hints(mut table: Table) -> Table {
    table.moved_from = None;
    table.comment = kept_comment(None, table.comment.as_ref());
    for column in &mut table.columns {
        column.comment = kept_comment(None, column.comment.as_ref());
        column.renamed_from = None;
    }
    table
}

/// Compares a table with its declaration, and says what it is afterwards: what the declaration does
/// not speak of (comments that nobody declared, CLUSTER marks, unmanaged things) stays.
pub(super) fn compare(
    name: &QualifiedName,
    before: &Table,
    wanted: &Table,
    changes: &mut Vec<Change>,
) -> Table {
    let comment = kept_comment(before.comment.as_ref(), wanted.comment.as_ref());
    if comment != before.comment {
        changes.push(Change::CommentOnTable {
            table: name.clone(),
            from: before.comment.clone(),
            to: comment.clone(),
        });
    }
    Table {
        columns: columns::compare(name, before, wanted, changes),
        primary_key: compare_primary_key(name, before, wanted, changes),
        uniques: compare_constraints(
            name,
            &before.uniques,
            &wanted.uniques,
            same_unique,
            Constraint::Unique,
            changes,
        ),
        foreign_keys: compare_constraints(
            name,
            &before.foreign_keys,
            &wanted.foreign_keys,
            same_foreign_key,
            Constraint::ForeignKey,
            changes,
        ),
        checks: compare_constraints(
            name,
            &before.checks,
            &wanted.checks,
            same_check,
            Constraint::Check,
            changes,
        ),
        indexes: compare_indexes(name, before, wanted, changes),
        comment,
        moved_from: None,
        unmanaged: before.unmanaged.clone(),
    }
}

/// A comment that the models do not declare is nobody's to take away; an empty one takes it away.
pub(super) fn kept_comment(before: Option<&String>, wanted: Option<&String>) -> Option<String> {
    match wanted {
        None => before.cloned(),
        Some(text) if text.is_empty() => None,
        Some(text) => Some(text.clone()),
    }
}

fn compare_primary_key(
    table: &QualifiedName,
    before: &Table,
    wanted: &Table,
    changes: &mut Vec<Change>,
) -> Option<PrimaryKey> {
    match (&before.primary_key, &wanted.primary_key) {
        (None, None) => None,
        (Some(old), Some(new)) if same_primary_key(old, new) => {
            if old.name != new.name {
                changes.push(Change::RenameConstraint {
                    table: table.clone(),
                    before: Constraint::PrimaryKey(old.clone()),
                    to: new.name.clone(),
                });
            }
            Some(PrimaryKey {
                name: new.name.clone(),
                ..old.clone()
            })
        }
        (old, new) => {
            if let Some(old) = old {
                changes.push(Change::DropConstraint {
                    table: table.clone(),
                    constraint: Constraint::PrimaryKey(old.clone()),
                });
            }
            if let Some(new) = new {
                changes.push(Change::AddConstraint {
                    table: table.clone(),
                    constraint: Constraint::PrimaryKey(new.clone()),
                });
            }
            new.clone()
        }
    }
}

/// Compares the constraints of one kind.
fn compare_constraints<T: Clone>(
    table: &QualifiedName,
    before: &BTreeMap<String, T>,
    wanted: &BTreeMap<String, T>,
    same: impl Fn(&T, &T) -> bool,
    constraint: impl Fn(String, T) -> Constraint,
    changes: &mut Vec<Change>,
) -> BTreeMap<String, T> {
    let pairs = pair(before, wanted, same);
    let mut after = BTreeMap::new();
    for name in pairs.kept {
        after.insert(name.clone(), before[&name].clone());
    }
    for (old, new) in pairs.renamed {
        changes.push(Change::RenameConstraint {
            table: table.clone(),
            before: constraint(old.clone(), before[&old].clone()),
            to: new.clone(),
        });
        after.insert(new, before[&old].clone());
    }
    for name in pairs.gone {
        changes.push(Change::DropConstraint {
            table: table.clone(),
            constraint: constraint(name.clone(), before[&name].clone()),
        });
    }
    for name in pairs.new {
        changes.push(Change::AddConstraint {
            table: table.clone(),
            constraint: constraint(name.clone(), wanted[&name].clone()),
        });
        after.insert(name.clone(), wanted[&name].clone());
    }
    after
}

fn compare_indexes(
    table: &QualifiedName,
    before: &Table,
    wanted: &Table,
    changes: &mut Vec<Change>,
) -> BTreeMap<String, Index> {
    let pairs = pair(&before.indexes, &wanted.indexes, same_index);
    let mut after = BTreeMap::new();
    for name in pairs.kept {
        after.insert(name.clone(), before.indexes[&name].clone());
    }
    for (old, new) in pairs.renamed {
        changes.push(Change::RenameIndex {
            table: table.clone(),
            from: old.clone(),
            to: new.clone(),
        });
        after.insert(new, before.indexes[&old].clone());
    }
    for name in pairs.gone {
        let index = before.indexes[&name].clone();
        changes.push(Change::DropIndex {
            table: table.clone(),
            name,
            index,
        });
    }
    for name in pairs.new {
        let index = wanted.indexes[&name].clone();
        changes.push(Change::CreateIndex {
            table: table.clone(),
            name: name.clone(),
            index: index.clone(),
        });
        after.insert(name, index);
    }
    after
}

fn same_primary_key(left: &PrimaryKey, right: &PrimaryKey) -> bool {
    left.columns == right.columns
        && left.include == right.include
        && left.deferrable == right.deferrable
}

fn same_unique(left: &Unique, right: &Unique) -> bool {
    left.columns == right.columns
        && left.include == right.include
        && left.nulls_not_distinct == right.nulls_not_distinct
        && left.deferrable == right.deferrable
}

fn same_foreign_key(left: &ForeignKey, right: &ForeignKey) -> bool {
    ForeignKey {
        comment: None,
        not_valid: false,
        ..left.clone()
    } == ForeignKey {
        comment: None,
        not_valid: false,
        ..right.clone()
    }
}

fn same_check(left: &Check, right: &Check) -> bool {
    left.expression == right.expression && left.no_inherit == right.no_inherit
}

/// The models say what an index indexes and, if they like, its storage parameters; not where it lies
/// nor what else is marked on it.
fn same_index(left: &Index, right: &Index) -> bool {
    let bare = |index: &Index| Index {
        attributes: Attributes::default(),
        comment: None,
        ..index.clone()
    };
    let parameters = &right.attributes.parameters;
    bare(left) == bare(right)
        && (parameters.is_empty() || *parameters == left.attributes.parameters)
}
