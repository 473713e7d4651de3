use super::quoted;
use crate::catalog::{QualifiedName, SqlType};

pub(crate) fn rename_sequence(name: &QualifiedName, to: &str) -> String {
    format!("ALTER SEQUENCE {} RENAME TO {}", name.sql(), quoted(to))
}

pub(crate) fn alter_sequence_type(name: &QualifiedName, to: &SqlType) -> String {
    format!("ALTER SEQUENCE {} AS {to}", name.sql())
}
