//! Queries that ask a database whether something is so: of its rows, or of what was done to it.
//!
//! Of rows: a table whose place may still change is written `{schema.table}`.

use super::{key_columns, literal, quoted};
use crate::catalog::{Expression, QualifiedName};

fn place(table: &QualifiedName) -> String {
    format!("{{{table}}}")
}

fn all_given<'n>(names: impl IntoIterator<Item = &'n String>, prefix: &str) -> String {
    let conditions: Vec<String> = names
        .into_iter()
        .map(|name| format!("{prefix}{} IS NOT NULL", quoted(name)))
        .collect();
    conditions.join(" AND ")
}

/// The keys that several rows have. Rows with a NULL in one of the `nullable` columns do not count.
pub(crate) fn duplicates(table: &QualifiedName, key: &[String], nullable: &[String]) -> String {
    let condition = if nullable.is_empty() {
        String::new()
    } else {
        format!(" WHERE {}", all_given(nullable, ""))
    };
    let key = key_columns(key);
    format!(
        "SELECT {key}, count(*) AS rows FROM {}{condition} GROUP BY {key} HAVING count(*) > 1 ORDER BY {key}",
        place(table)
    )
}

/// The rows, by these columns, that do not satisfy a condition.
pub(crate) fn violating(table: &QualifiedName, shown: &[String], condition: &Expression) -> String {
    format!(
        "SELECT {} FROM {} WHERE NOT ({condition})",
        key_columns(shown),
        place(table)
    )
}

/// The rows, by these columns, that have NULL in a column.
pub(crate) fn nulls(table: &QualifiedName, shown: &[String], column: &str) -> String {
    format!(
        "SELECT {} FROM {} WHERE {} IS NULL",
        key_columns(shown),
        place(table),
        quoted(column)
    )
}

/// The values of these columns, where all of them are given.
pub(crate) fn given(table: &QualifiedName, columns: &[String]) -> String {
    let keys = key_columns(columns);
    format!(
        "SELECT {keys}, count(*) AS rows FROM {} WHERE {} GROUP BY {keys} ORDER BY {keys}",
        place(table),
        all_given(columns, "")
    )
}

/// The values of a foreign key that no row of the target has.
pub(crate) fn orphans(
    child: &QualifiedName,
    columns: &[String],
    parent: &QualifiedName,
    parent_columns: &[String],
) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .zip(parent_columns)
        .map(|(child, parent)| format!("parent.{} = child.{}", quoted(parent), quoted(child)))
        .collect();
    let keys: Vec<String> = columns
        .iter()
        .map(|column| format!("child.{}", quoted(column)))
        .collect();
    let keys = keys.join(", ");
    format!(
        "SELECT {keys}, count(*) AS rows FROM {} AS child WHERE {} AND NOT EXISTS (SELECT FROM {} AS parent WHERE {}) GROUP BY {keys} ORDER BY {keys}",
        place(child),
        all_given(columns, "child."),
        place(parent),
        pairs.join(" AND ")
    )
}

/// How many rows a table has, if it has any.
pub(crate) fn any_row(table: &QualifiedName) -> String {
    format!(
        "SELECT count(*) AS rows FROM {} HAVING count(*) > 0",
        place(table)
    )
}

fn object(name: &QualifiedName) -> String {
    format!("pg_catalog.to_regclass({})", literal(&name.sql()))
}

fn index_flag(flag: &str, index: &QualifiedName) -> String {
    format!(
        "SELECT {flag} FROM pg_catalog.pg_index WHERE indexrelid = {}",
        object(index)
    )
}

/// Whether an index is there and finished.
pub(crate) fn is_valid(index: &QualifiedName) -> String {
    index_flag("indisvalid", index)
}

/// Whether no relation has this name.
pub(crate) fn is_absent(name: &QualifiedName) -> String {
    format!("SELECT {} IS NULL", object(name))
}

/// Whether a relation has this comment.
pub(crate) fn has_comment(name: &QualifiedName, comment: &str) -> String {
    format!(
        "SELECT pg_catalog.obj_description({}, 'pg_class') = {}",
        object(name),
        literal(comment)
    )
}

/// Whether the table was last clustered by this index.
pub(crate) fn is_clustered_on(index: &QualifiedName) -> String {
    index_flag("indisclustered", index)
}

/// Whether the table tells its rows apart by this index when it is replicated.
pub(crate) fn is_replica_identity(index: &QualifiedName) -> String {
    index_flag("indisreplident", index)
}
