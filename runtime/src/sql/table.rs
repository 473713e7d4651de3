use super::{column, constraint, literal, quoted};
use crate::catalog::{Default, QualifiedName, Table};

/// The table with its columns, its keys and its checks; sequences that it owns come with it. Foreign
/// keys and indexes are statements of their own.
pub(crate) fn create_table(name: &QualifiedName, table: &Table) -> Vec<String> {
    let serial = |column: &crate::catalog::Column| match &column.default {
        Default::Serial(sequence) => Some((
            QualifiedName::new(&name.schema, sequence).sql(),
            column.sql_type.clone(),
            column.name.clone(),
        )),
        _ => None,
    };
    let sequences: Vec<_> = table.columns.iter().filter_map(serial).collect();
    let mut lines: Vec<String> = table
        .columns
        .iter()
        .map(|content| column::definition(&name.schema, content))
        .collect();
    if let Some(key) = &table.primary_key {
        lines.push(format!(
            "CONSTRAINT {} {}",
            quoted(&key.name),
            constraint::primary_key(key)
        ));
    }
    for (unique_name, unique) in &table.uniques {
        lines.push(format!(
            "CONSTRAINT {} {}",
            quoted(unique_name),
            constraint::unique(unique)
        ));
    }
    for (check_name, check) in table.checks.iter().filter(|(_, check)| !check.not_valid) {
        lines.push(format!(
            "CONSTRAINT {} {}",
            quoted(check_name),
            constraint::check(check)
        ));
    }
    let mut statements: Vec<String> = sequences
        .iter()
        .map(|(sequence, sql_type, _)| format!("CREATE SEQUENCE {sequence} AS {sql_type}"))
        .collect();
    statements.push(format!(
        "CREATE TABLE {} (\n    {}\n)",
        name.sql(),
        lines.join(",\n    ")
    ));
    statements.extend(sequences.iter().map(|(sequence, _, column)| {
        format!(
            "ALTER SEQUENCE {sequence} OWNED BY {}.{}",
            name.sql(),
            quoted(column)
        )
    }));
    statements
}

pub(crate) fn drop_table(name: &QualifiedName) -> String {
    format!("DROP TABLE {}", name.sql())
}

pub(crate) fn set_schema(name: &QualifiedName, schema: &str) -> String {
    format!("ALTER TABLE {} SET SCHEMA {}", name.sql(), quoted(schema))
}

pub(crate) fn rename_table(name: &QualifiedName, to: &str) -> String {
    format!("ALTER TABLE {} RENAME TO {}", name.sql(), quoted(to))
}

/// `nextval` of a sequence, named so that it does not depend on `search_path`.
pub(super) fn nextval(schema: &str, sequence: &str) -> String {
    format!(
        "pg_catalog.nextval({}::pg_catalog.regclass)",
        literal(&QualifiedName::new(schema, sequence).sql())
    )
}
