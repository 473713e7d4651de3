use super::Change;
use super::table::kept_comment;
use crate::catalog::{Column, Default, QualifiedName, Table};

/// Compares the columns, and says what they are afterwards: in the table's order, new ones last.
pub(super) fn compare(
    table: &QualifiedName,
    before: &Table,
    wanted: &Table,
    changes: &mut Vec<Change>,
) -> Vec<Column> {
    let mut after = Vec::new();
    for old in &before.columns {
        let Some(new) = wanted.column(&old.name) else {
            changes.push(Change::DropColumn {
                table: table.clone(),
                column: old.clone(),
            });
            continue;
        };
        let new = Column {
            comment: kept_comment(old.comment.as_ref(), new.comment.as_ref()),
            renamed_from: None,
            ..new.clone()
        };
        let old = with_sequence_renamed(table, old, &new, changes);
        if old != new {
            changes.push(Change::AlterColumn {
                table: table.clone(),
                from: old,
                to: new.clone(),
            });
        }
        after.push(new);
    }
    for new in &wanted.columns {
        if before.column(&new.name).is_none() {
            let new = Column {
                comment: kept_comment(None, new.comment.as_ref()),
                renamed_from: None,
                ..new.clone()
            };
            changes.push(Change::AddColumn {
                table: table.clone(),
                column: new.clone(),
            });
            after.push(new);
        }
    }
    after
}

/// A sequence that only bears another name is renamed; the rest of the column is compared without it.
fn with_sequence_renamed(
    table: &QualifiedName,
    old: &Column,
    new: &Column,
    changes: &mut Vec<Change>,
) -> Column {
    let same_kind = std::mem::discriminant(&old.default) == std::mem::discriminant(&new.default);
    match (old.default.sequence(), new.default.sequence()) {
        (Some(from), Some(to)) if same_kind && from != to => {
            changes.push(Change::RenameSequence {
                schema: table.schema.clone(),
                from: from.to_owned(),
                to: to.to_owned(),
            });
            let default = match &old.default {
                Default::IdentityAlways(_) => Default::IdentityAlways(to.to_owned()),
                Default::IdentityByDefault(_) => Default::IdentityByDefault(to.to_owned()),
                _ => Default::Serial(to.to_owned()),
            };
            Column {
                default,
                ..old.clone()
            }
        }
        _ => old.clone(),
    }
}
