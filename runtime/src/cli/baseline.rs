//! `baseline`: the database that is there becomes version 0.

use super::args::Baseline;
use super::context::Context;
use super::{Failure, Outcome};
use crate::catalog::{Catalog, QualifiedName};
use crate::generate::adopt;
use crate::introspect::{Scope, introspect};
use crate::migration::{Folder, Snapshot};
use crate::runner::LEDGER_TABLE;

pub(super) async fn run(context: &Context, arguments: &Baseline) -> Result<Outcome, Failure> {
    if !arguments.again && context.has_snapshot() {
        return Err(Failure::new(format!(
            "{} already has a snapshot, so a baseline was taken before, and every migration since starts from it. \
             To read these schemas anew after a migration that was written by hand, add `--again`; to start over, remove the folder",
            context.migrations.display()
        )));
    }
    let mut scope = Scope::schemas(arguments.schema.iter().cloned())
        .without([QualifiedName::new(context.models.ledger, LEDGER_TABLE)]);
    for name in &arguments.exclude {
        scope = scope.without(excluded(name, &arguments.schema)?);
    }
    let mut connection = context.connect().await?;
    let live = introspect(&mut connection, &scope)
        .await
        .map_err(Failure::new)?;
    for schema in &arguments.schema {
        if !live.schemas.contains_key(schema) {
            return Err(Failure::new(format!(
                "the database has no schema `{schema}`. Nothing has been written"
            )));
        }
    }
    if arguments.again {
        return again(context, live);
    }
    let adopted = adopt(live);
    Folder::write(&context.migrations, Some(&adopted.baseline), &[]).map_err(Failure::new)?;
    Snapshot::new(context.models.ledger, adopted.catalog.clone())
        .write(&context.migrations)
        .map_err(Failure::new)?;

    let tables: Vec<String> = adopted
        .catalog
        .tables()
        .map(|(name, _)| name.to_string())
        .collect();
    context.json(&serde_json::json!({ "tables": tables, "unmanaged": adopted.unmanaged }));
    context.say(&format!(
        "{} tables are now managed; nothing in the database has been changed.",
        tables.len()
    ));
    context.say(&format!(
        "Written: {} (what is there, for databases that have nothing of it) and {} (what the next migration starts from).",
        crate::migration::BASELINE,
        crate::migration::SNAPSHOT
    ));
    if !adopted.unmanaged.is_empty() {
        context.say("Not managed, and left alone:");
        for line in &adopted.unmanaged {
            context.say(&format!("  {line}"));
        }
    }
    Ok(Outcome::Fine)
}

/// Puts what the database holds now in the place of what the snapshot says of the same schemas.
fn again(context: &Context, live: Catalog) -> Result<Outcome, Failure> {
    let mut snapshot = context.snapshot()?;
    for (name, schema) in live.schemas {
        context.say(&format!("{name}: {} tables read anew", schema.tables.len()));
        snapshot.catalog.schemas.insert(name, schema);
    }
    snapshot.write(&context.migrations).map_err(Failure::new)?;
    context
        .json(&serde_json::json!({ "again": snapshot.catalog.schemas.keys().collect::<Vec<_>>() }));
    Ok(Outcome::Fine)
}

/// `name` means that table in each of the schemas.
fn excluded(name: &str, schemas: &[String]) -> Result<Vec<QualifiedName>, Failure> {
    if name.contains('.') {
        return Ok(vec![name.parse().map_err(Failure::new)?]);
    }
    Ok(schemas
        .iter()
        .map(|schema| QualifiedName::new(schema, name))
        .collect())
}
