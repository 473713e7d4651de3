use super::step::Statement;
use crate::catalog::{Attributes, QualifiedName};
use crate::sql;

/// What brings back the marks that a table has put on one of its indexes, and that went with it.
pub(super) fn restore(
    table: &QualifiedName,
    index: &str,
    attributes: &Attributes,
) -> Vec<Statement> {
    let name = QualifiedName::new(&table.schema, index);
    let mut statements = Vec::new();
    if attributes.clustered {
        statements.push(Statement {
            sql: sql::cluster_on(table, index),
            done_when: Some(sql::is_clustered_on(&name)),
        });
    }
    if attributes.replica_identity {
        statements.push(Statement {
            sql: sql::replica_identity_using(table, index),
            done_when: Some(sql::is_replica_identity(&name)),
        });
    }
    statements
}
