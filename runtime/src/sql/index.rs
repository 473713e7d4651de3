use std::collections::BTreeMap;

use super::{columns, literal, quoted};
use crate::catalog::{Element, ElementKind, Index, IndexKind, QualifiedName};

/// How an index is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// In one go; writers wait.
    Blocking,
    /// `CONCURRENTLY`: nobody waits, and no transaction may be open.
    Concurrently,
}

pub(crate) fn create_index(
    table: &QualifiedName,
    name: &str,
    index: &Index,
    build: Build,
) -> String {
    let unique = if index.kind == IndexKind::Plain {
        ""
    } else {
        "UNIQUE "
    };
    let concurrently = match build {
        Build::Blocking => "",
        Build::Concurrently => "CONCURRENTLY ",
    };
    let elements: Vec<String> = index.elements.iter().map(element).collect();
    let mut text = format!(
        "CREATE {unique}INDEX {concurrently}{} ON {} USING {} ({})",
        quoted(name),
        table.sql(),
        index.method,
        elements.join(", ")
    );
    if !index.include.is_empty() {
        text.push_str(&format!(" INCLUDE {}", columns(&index.include)));
    }
    if index.kind == IndexKind::UniqueNullsNotDistinct {
        text.push_str(" NULLS NOT DISTINCT");
    }
    if !index.attributes.parameters.is_empty() {
        text.push_str(&format!(
            " WITH ({})",
            parameters(&index.attributes.parameters)
        ));
    }
    if let Some(tablespace) = &index.attributes.tablespace {
        text.push_str(&format!(" TABLESPACE {}", quoted(tablespace)));
    }
    if let Some(predicate) = &index.predicate {
        text.push_str(&format!(" WHERE {predicate}"));
    }
    text
}

fn element(element: &Element) -> String {
    let mut text = match &element.kind {
        ElementKind::Column(name) => quoted(name),
        ElementKind::Expression(expression) => format!("({expression})"),
    };
    if let Some(collation) = &element.collation {
        text.push_str(&format!(" COLLATE {collation}"));
    }
    if let Some(operator_class) = &element.operator_class {
        text.push_str(&format!(" {operator_class}"));
    }
    if element.descending {
        text.push_str(" DESC");
    }
    if element.nulls_first != element.descending {
        text.push_str(if element.nulls_first {
            " NULLS FIRST"
        } else {
            " NULLS LAST"
        });
    }
    text
}

pub(super) fn parameters(parameters: &BTreeMap<String, String>) -> String {
    let parameters: Vec<String> = parameters
        .iter()
        .map(|(name, value)| format!("{name} = {}", literal(value)))
        .collect();
    parameters.join(", ")
}

pub(crate) fn drop_index(name: &QualifiedName) -> String {
    format!("DROP INDEX {}", name.sql())
}

pub(crate) fn drop_index_concurrently(name: &QualifiedName) -> String {
    format!("DROP INDEX CONCURRENTLY {}", name.sql())
}

pub(crate) fn rename_index(name: &QualifiedName, to: &str) -> String {
    format!("ALTER INDEX {} RENAME TO {}", name.sql(), quoted(to))
}

pub(crate) fn cluster_on(table: &QualifiedName, index: &str) -> String {
    format!("ALTER TABLE {} CLUSTER ON {}", table.sql(), quoted(index))
}

pub(crate) fn replica_identity_using(table: &QualifiedName, index: &str) -> String {
    format!(
        "ALTER TABLE {} REPLICA IDENTITY USING INDEX {}",
        table.sql(),
        quoted(index)
    )
}
