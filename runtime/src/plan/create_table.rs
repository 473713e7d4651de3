use crate::catalog::{QualifiedName, Table};
use crate::sql::{self, Build, Commented, Validity};

use super::marks;

/// What a new table has beside its columns, keys and checks: indexes and comments. Its foreign keys
/// wait until all tables are there.
pub(crate) fn rest(name: &QualifiedName, table: &Table) -> Vec<String> {
    let mut statements: Vec<String> = table
        .indexes
        .iter()
        .map(|(index_name, index)| sql::create_index(name, index_name, index, Build::Blocking))
        .collect();
    if let Some(comment) = &table.comment {
        statements.push(sql::comment_on(
            &Commented::Table(name.clone()),
            Some(comment),
        ));
    }
    for column in &table.columns {
        if let Some(comment) = &column.comment {
            let commented = Commented::Column(name.clone(), column.name.clone());
            statements.push(sql::comment_on(&commented, Some(comment)));
        }
    }
    for (index_name, index) in &table.indexes {
        if let Some(comment) = &index.comment {
            let index_name = QualifiedName::new(&name.schema, index_name);
            statements.push(sql::comment_on(
                &Commented::Index(index_name),
                Some(comment),
            ));
        }
    }
    for (check_name, check) in table.checks.iter().filter(|(_, check)| check.not_valid) {
        statements.push(sql::add_check(name, check_name, check, Validity::Later));
    }
    let marked = table
        .primary_key
        .iter()
        .map(|key| (&key.name, &key.attributes))
        .chain(
            table
                .uniques
                .iter()
                .map(|(unique_name, unique)| (unique_name, &unique.attributes)),
        )
        .chain(
            table
                .indexes
                .iter()
                .map(|(index_name, index)| (index_name, &index.attributes)),
        );
    for (index_name, attributes) in marked {
        let marks = marks::restore(name, index_name, attributes);
        statements.extend(marks.into_iter().map(|statement| statement.sql));
    }
    let constraints = table
        .primary_key
        .iter()
        .map(|key| (&key.name, &key.comment))
        .chain(
            table
                .uniques
                .iter()
                .map(|(unique_name, unique)| (unique_name, &unique.comment)),
        )
        .chain(
            table
                .checks
                .iter()
                .map(|(check_name, check)| (check_name, &check.comment)),
        );
    for (constraint, comment) in constraints {
        if let Some(comment) = comment {
            let commented = Commented::Constraint(name.clone(), constraint.clone());
            statements.push(sql::comment_on(&commented, Some(comment)));
        }
    }
    statements
}

/// Every relation that comes with a new table: itself, its indexes and its sequences.
pub(super) fn relations(name: &QualifiedName, table: &Table) -> Vec<QualifiedName> {
    let in_schema = |relation: &str| QualifiedName::new(&name.schema, relation);
    let mut relations = vec![name.clone()];
    relations.extend(table.primary_key.iter().map(|key| in_schema(&key.name)));
    relations.extend(table.uniques.keys().map(|unique| in_schema(unique)));
    relations.extend(table.indexes.keys().map(|index| in_schema(index)));
    relations.extend(
        table
            .columns
            .iter()
            .filter_map(|column| column.default.sequence())
            .map(in_schema),
    );
    relations
}
