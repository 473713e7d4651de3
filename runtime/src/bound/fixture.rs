//! Descriptors for the tests of the checks.

use crate::descriptor::{ForeignKeyDef, KeyDef, QualifiedDef, SchemaDef, TableDef};

/// A table of which only the names are known.
pub(super) const fn table(
    schema: &'static str,
    name: &'static str,
    rust_name: &'static str,
) -> TableDef {
    TableDef {
        schema,
        name,
        rust_name,
        ..TableDef::EMPTY
    }
}

/// A foreign key to a column `id`.
pub(super) const fn foreign_key(
    columns: &'static [&'static str],
    schema: &'static str,
    name: &'static str,
) -> ForeignKeyDef {
    ForeignKeyDef {
        columns,
        target: QualifiedDef { schema, name },
        target_columns: &["id"],
        ..ForeignKeyDef::EMPTY
    }
}

pub(super) const fn key(name: &'static str) -> Option<KeyDef> {
    Some(KeyDef {
        name,
        columns: &["id"],
    })
}

pub(super) const fn schema(
    name: &'static str,
    rust_name: &'static str,
    tables: &'static [&'static TableDef],
    depends_on: &'static [&'static str],
) -> SchemaDef {
    SchemaDef {
        name,
        rust_name,
        tables,
        depends_on,
        comment: None,
    }
}
