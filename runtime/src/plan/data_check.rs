use crate::catalog::{Check, Expression, ForeignKey, QualifiedName, SqlType, Table, Unique};
use crate::sql;

use super::before::Before;

/// A question to the data: a query that must return no row.
///
/// A table whose place may still change is written `{schema.table}`, and is resolved to where it is
/// when the question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataCheck {
    /// The query.
    pub query: String,
    /// Why a row in its answer stops the step.
    pub because: String,
}

/// The columns by the names that they still have, if all of them are there.
fn former(before: &Before<'_>, table: &QualifiedName, columns: &[String]) -> Option<Vec<String>> {
    columns
        .iter()
        .map(|column| {
            before
                .column(table, column)
                .filter(|_| !before.is_retyped(table, column))
                .map(|column| column.name.clone())
        })
        .collect()
}

/// Those of the columns that may be NULL: rows whose key has a NULL are no duplicates.
fn nullable(before: &Before<'_>, table: &QualifiedName, columns: &[String]) -> Vec<String> {
    columns
        .iter()
        .filter_map(|column| before.column(table, column))
        .filter(|column| column.nullable)
        .map(|column| column.name.clone())
        .collect()
}

/// The columns by which a row is shown: its key, or all of it.
fn shown(table: &Table) -> Vec<String> {
    match &table.primary_key {
        Some(key) => key.columns.clone(),
        None => table
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect(),
    }
}

impl DataCheck {
    /// No two rows have the same key.
    pub(super) fn unique(
        before: &Before<'_>,
        table: &QualifiedName,
        name: &str,
        unique: &Unique,
    ) -> Option<Self> {
        let keys = former(before, table, &unique.columns)?;
        let ignored = if unique.nulls_not_distinct {
            Vec::new()
        } else {
            nullable(before, table, &unique.columns)
        };
        Some(Self {
            query: sql::duplicates(table, &keys, &ignored),
            because: format!(
                "`{name}` allows one row of {table} for each ({})",
                unique.columns.join(", ")
            ),
        })
    }

    /// Every row satisfies the condition.
    pub(super) fn condition(
        before: &Before<'_>,
        table: &QualifiedName,
        name: &str,
        check: &Check,
        renames: impl Fn(&Expression) -> Expression,
    ) -> Option<Self> {
        let content = before.table(table)?;
        Some(Self {
            query: sql::violating(table, &shown(content), &renames(&check.expression)),
            because: format!(
                "`{name}` requires {} of every row of {table}",
                check.expression
            ),
        })
    }

    /// Every value of the column fits its new type.
    pub(super) fn fits(
        before: &Before<'_>,
        table: &QualifiedName,
        column: &str,
        to: &SqlType,
        fits: &Expression,
    ) -> Option<Self> {
        let content = before.table(table)?;
        let renames = [(
            column.to_owned(),
            before.column_name(table, column).to_owned(),
        )];
        Some(Self {
            query: sql::violating(
                table,
                &shown(content),
                &fits.with_columns_renamed(&renames.into()),
            ),
            because: format!("`{column}` of {table} becomes {to}, and these values do not fit"),
        })
    }

    /// No row has a value in these columns: nothing that it could refer to is there yet.
    pub(super) fn no_value(
        before: &Before<'_>,
        table: &QualifiedName,
        name: &str,
        key: &ForeignKey,
    ) -> Option<Self> {
        let children = former(before, table, &key.columns)?;
        Some(Self {
            query: sql::given(table, &children),
            because: format!(
                "`{name}` wants a row of {} for each ({}) of {table}, and that table is only created now, empty",
                key.target,
                key.columns.join(", ")
            ),
        })
    }

    /// No row has NULL in the column.
    pub(super) fn not_null(
        before: &Before<'_>,
        table: &QualifiedName,
        column: &str,
    ) -> Option<Self> {
        let content = before.table(table)?;
        let name = before.column_name(table, column);
        Some(Self {
            query: sql::nulls(table, &shown(content), name),
            because: format!("`{column}` of {table} becomes NOT NULL"),
        })
    }

    /// Every value refers to a row that is there.
    pub(super) fn parents(
        before: &Before<'_>,
        table: &QualifiedName,
        name: &str,
        key: &ForeignKey,
    ) -> Option<Self> {
        let children = former(before, table, &key.columns)?;
        let parents = former(before, &key.target, &key.target_columns)?;
        Some(Self {
            query: sql::orphans(table, &children, &key.target, &parents),
            because: format!(
                "`{name}` wants a row of {} for each ({}) of {table}",
                key.target,
                key.columns.join(", ")
            ),
        })
    }

    /// The table has no row.
    pub(super) fn empty(table: &QualifiedName, because: String) -> Self {
        Self {
            query: sql::any_row(table),
            because,
        }
    }
}
