use crate::catalog::{Check, Expression, ForeignKey, QualifiedName, Unique};
use crate::sql::{key_columns, quoted};

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

fn place(table: &QualifiedName) -> String {
    format!("{{{table}}}")
}

/// The columns by the names that they still have, if all of them are there.
fn former(before: &Before<'_>, table: &QualifiedName, columns: &[String]) -> Option<Vec<String>> {
    columns
        .iter()
        .map(|column| {
            before
                .column(table, column)
                .map(|column| column.name.clone())
        })
        .collect()
}

/// Rows whose key has a NULL are no duplicates; only columns that may be NULL need the question.
fn given(before: &Before<'_>, table: &QualifiedName, columns: &[String]) -> String {
    let conditions: Vec<String> = columns
        .iter()
        .filter_map(|column| before.column(table, column))
        .filter(|column| column.nullable)
        .map(|column| format!("{} IS NOT NULL", quoted(&column.name)))
        .collect();
    if conditions.is_empty() {
        String::new()
    } else {
        format!(" WHERE {}", conditions.join(" AND "))
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
        let condition = if unique.nulls_not_distinct {
            String::new()
        } else {
            given(before, table, &unique.columns)
        };
        let keys = key_columns(&keys);
        Some(Self {
            query: format!(
                "SELECT {keys}, count(*) AS rows FROM {}{condition} GROUP BY {keys} HAVING count(*) > 1 ORDER BY {keys}",
                place(table)
            ),
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
        let shown: Vec<String> = match &content.primary_key {
            Some(key) => key.columns.clone(),
            None => content
                .columns
                .iter()
                .map(|column| column.name.clone())
                .collect(),
        };
        Some(Self {
            query: format!(
                "SELECT {} FROM {} WHERE NOT ({})",
                key_columns(&shown),
                place(table),
                renames(&check.expression)
            ),
            because: format!(
                "`{name}` requires {} of every row of {table}",
                check.expression
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
        let shown = content
            .primary_key
            .as_ref()
            .map_or_else(Vec::new, |key| key.columns.clone());
        let shown = if shown.is_empty() {
            "ctid".to_owned()
        } else {
            key_columns(&shown)
        };
        Some(Self {
            query: format!(
                "SELECT {shown} FROM {} WHERE {} IS NULL",
                place(table),
                quoted(name)
            ),
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
        let pairs: Vec<String> = children
            .iter()
            .zip(&parents)
            .map(|(child, parent)| format!("parent.{} = child.{}", quoted(parent), quoted(child)))
            .collect();
        let given: Vec<String> = children
            .iter()
            .map(|child| format!("child.{} IS NOT NULL", quoted(child)))
            .collect();
        let keys: Vec<String> = children
            .iter()
            .map(|child| format!("child.{}", quoted(child)))
            .collect();
        let keys = keys.join(", ");
        Some(Self {
            query: format!(
                "SELECT {keys}, count(*) AS rows FROM {} AS child WHERE {} AND NOT EXISTS (SELECT FROM {} AS parent WHERE {}) GROUP BY {keys} ORDER BY {keys}",
                place(table),
                given.join(" AND "),
                place(&key.target),
                pairs.join(" AND ")
            ),
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
            query: format!(
                "SELECT count(*) AS rows FROM {} HAVING count(*) > 0",
                place(table)
            ),
            because,
        }
    }
}
