//! The only room that writes the SQL of migrations. Every name in every statement is quoted and qualified.

mod column;
mod comment;
mod constraint;
mod index;
mod question;
mod schema;
mod sequence;
mod table;

pub(crate) use column::{
    Conversion, add_column, alter_type, drop_column, drop_default, drop_not_null, rename_column,
    set_default, set_not_null,
};
pub(crate) use comment::{Commented, comment_on};
pub(crate) use constraint::{
    Validity, add_check, add_foreign_key, add_primary_key, add_unique, drop_constraint,
    key_columns, primary_key_using_index, rename_constraint, unique_using_index,
    validate_constraint,
};
pub(crate) use index::{
    Build, cluster_on, create_index, drop_index, drop_index_concurrently, rename_index,
    replica_identity_using,
};
pub(crate) use question::{
    any_row, duplicates, given, has_comment, is_absent, is_clustered_on, is_replica_identity,
    is_valid, nulls, orphans, violating,
};
pub(crate) use schema::{create_schema, drop_schema, grant_usage};
pub(crate) use sequence::{alter_sequence_type, rename_sequence};
pub(crate) use table::{create_table, drop_table, rename_table, set_schema};

pub(crate) use crate::catalog::quoted;

/// A text literal. `standard_conforming_strings` is on since PostgreSQL 9.1, so that only quotes matter.
pub(crate) fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Column names in brackets.
pub(crate) fn columns(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    format!("({})", names.join(", "))
}
