//! The literal SQL of one table. All names are quoted and qualified; arguments are numbered in the
//! order in which the emitted `bind_*` functions append them.

use crate::model::{Column, Table};

pub(super) fn select(table: &Table) -> String {
    format!("SELECT {} FROM {}", all(table), table.qualified())
}

/// By the columns of a key.
pub(super) fn select_by(table: &Table, key: &[usize]) -> String {
    format!("{} WHERE {}", select(table), equal(table, key, 1))
}

pub(super) fn delete_by(table: &Table, key: &[usize]) -> String {
    format!(
        "DELETE FROM {} WHERE {}",
        table.qualified(),
        equal(table, key, 1)
    )
}

/// Of every column that may be written and is not in the key; empty if there is none.
pub(super) fn update_by(table: &Table, key: &[usize]) -> String {
    let columns = updated(table, key);
    if columns.is_empty() {
        return String::new();
    }
    format!(
        "UPDATE {} SET {} WHERE {} RETURNING {}",
        table.qualified(),
        join(
            columns.iter().enumerate().map(|(at, column)| {
                format!("\"{}\" = ${}", table.columns[*column].name, at + 1)
            })
        ),
        equal(table, key, columns.len() + 1),
        all(table)
    )
}

/// The columns that an UPDATE by that key sets.
pub(super) fn updated(table: &Table, key: &[usize]) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    columns
        .filter(|(position, column)| !key.contains(position) && column.is_writable())
        .map(|(position, _)| position)
        .collect()
}

pub(super) fn insert(table: &Table) -> String {
    format!("{} RETURNING {}", insert_values(table), all(table))
}

/// `INSERT .. ON CONFLICT` on the key: sets all that would have been inserted, save the key. Where
/// nothing is left the key is set to itself, since DO NOTHING would return no row.
pub(super) fn upsert(table: &Table, key: &[usize]) -> String {
    let columns = table.columns.iter().enumerate();
    let mut set: Vec<&str> = columns
        .filter(|(position, column)| !column.is_filled() && !key.contains(position))
        .map(|(_, column)| column.name.as_str())
        .collect();
    if set.is_empty() {
        set.extend(table.names(key).first());
    }
    format!(
        "{} ON CONFLICT ({}) DO UPDATE SET {} RETURNING {}",
        insert_values(table),
        quoted(table.names(key).into_iter()),
        join(
            set.into_iter()
                .map(|name| format!("\"{name}\" = EXCLUDED.\"{name}\""))
        ),
        all(table)
    )
}

fn insert_values(table: &Table) -> String {
    let columns: Vec<&Column> = table
        .columns
        .iter()
        .filter(|column| !column.is_filled())
        .collect();
    if columns.is_empty() {
        return format!("INSERT INTO {} DEFAULT VALUES", table.qualified());
    }
    format!(
        "INSERT INTO {} ({}) VALUES ({})",
        table.qualified(),
        quoted(columns.iter().map(|column| column.name.as_str())),
        join((1..=columns.len()).map(|number| format!("${number}")))
    )
}

fn all(table: &Table) -> String {
    quoted(table.columns.iter().map(|column| column.name.as_str()))
}

/// `"a" = $1 AND "b" = $2`.
fn equal(table: &Table, key: &[usize], first: usize) -> String {
    let conditions: Vec<String> = table
        .names(key)
        .iter()
        .enumerate()
        .map(|(at, name)| format!("\"{name}\" = ${}", first + at))
        .collect();
    conditions.join(" AND ")
}

fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    join(names.map(|name| format!("\"{name}\"")))
}

fn join(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
