use super::{literal, quoted};
use crate::catalog::QualifiedName;

/// What a comment is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Commented {
    Schema(String),
    Table(QualifiedName),
    Column(QualifiedName, String),
    Constraint(QualifiedName, String),
    Index(QualifiedName),
}

/// Sets a comment, or takes it away.
pub(crate) fn comment_on(object: &Commented, text: Option<&str>) -> String {
    let object = match object {
        Commented::Schema(name) => format!("SCHEMA {}", quoted(name)),
        Commented::Table(table) => format!("TABLE {}", table.sql()),
        Commented::Column(table, column) => format!("COLUMN {}.{}", table.sql(), quoted(column)),
        Commented::Constraint(table, name) => {
            format!("CONSTRAINT {} ON {}", quoted(name), table.sql())
        }
        Commented::Index(name) => format!("INDEX {}", name.sql()),
    };
    format!(
        "COMMENT ON {object} IS {}",
        text.map_or("NULL".to_owned(), literal)
    )
}
