use crate::catalog::{Catalog, QualifiedName};
use crate::migration::{Script, Statement};
use crate::sql::{self, Validity};

/// A database taken over.
#[derive(Debug, Clone)]
pub struct Adopted {
    /// The DDL of what is there.
    pub baseline: Script,
    /// What is managed from now on.
    pub catalog: Catalog,
    /// What is not, by kind and name.
    pub unmanaged: Vec<String>,
}

/// Takes what was introspected as version 0.
pub fn adopt(live: Catalog) -> Adopted {
    let mut unmanaged = Vec::new();
    for (schema_name, schema) in &live.schemas {
        for object in &schema.unmanaged {
            unmanaged.push(format!("{} {schema_name}.{}", object.kind, object.name));
        }
        for (table_name, table) in &schema.tables {
            for object in &table.unmanaged {
                unmanaged.push(format!(
                    "{} {} on {schema_name}.{table_name}",
                    object.kind, object.name
                ));
            }
        }
    }
    let mut baseline = Script {
        notes: vec![
            "What was there before the first migration. It runs only where nothing of it exists,"
                .to_owned(),
            "and no way back reverts it.".to_owned(),
        ],
        creates: live.tables().map(|(name, _)| name).collect(),
        statements: statements(&live).into_iter().map(Statement::new).collect(),
        ..Script::default()
    };
    if !unmanaged.is_empty() {
        baseline.notes.push(format!(
            "Not in it, because it is not managed: {}.",
            unmanaged.join(", ")
        ));
    }
    Adopted {
        baseline,
        catalog: live,
        unmanaged,
    }
}

/// The statements that make a catalog in an empty database: tables first, foreign keys last.
fn statements(catalog: &Catalog) -> Vec<String> {
    let mut statements = Vec::new();
    for schema in catalog.schemas.keys().filter(|schema| *schema != "public") {
        statements.push(sql::create_schema(schema));
    }
    for (name, table) in catalog.tables() {
        statements.extend(sql::create_table(&name, table));
        statements.extend(crate::plan::rest_of_table(&name, table));
    }
    for (name, table) in catalog.tables() {
        for (key_name, key) in &table.foreign_keys {
            statements.push(sql::add_foreign_key(
                &name,
                key_name,
                key,
                Validity::Checked,
            ));
            if let Some(comment) = &key.comment {
                let commented =
                    sql::Commented::Constraint(QualifiedName::clone(&name), key_name.clone());
                statements.push(sql::comment_on(&commented, Some(comment)));
            }
        }
    }
    statements
}
