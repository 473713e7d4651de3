use super::quoted;
use crate::catalog::QualifiedName;

pub(crate) fn rename_sequence(name: &QualifiedName, to: &str) -> String {
    format!("ALTER SEQUENCE {} RENAME TO {}", name.sql(), quoted(to))
}
