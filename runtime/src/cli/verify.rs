//! `verify`: the live database beside the models.

use std::collections::BTreeSet;

use super::context::Context;
use super::{Failure, Outcome};
use crate::catalog::{Catalog, QualifiedName};
use crate::diff::{Selection, diff};
use crate::introspect::{Scope, introspect};
use crate::runner::LEDGER_TABLE;

pub(super) async fn run(context: &Context) -> Result<Outcome, Failure> {
    let declared = Catalog::from_models(context.models).without_hints();
    let mut connection = context.connect().await?;
    let ledger = QualifiedName::new(context.models.ledger, LEDGER_TABLE);
    let scope = Scope::schemas(declared.schemas.keys().cloned()).without([ledger.clone()]);
    let live = introspect(&mut connection, &scope)
        .await
        .map_err(Failure::new)?;
    let (managed, mut unmanaged) = split(live, &declared);
    // Ours, and nobody's model.
    unmanaged.retain(|line| *line != format!("table {ledger}"));
    let drift = diff(&managed, &declared, &Selection::All)
        .map_err(Failure::new)?
        .changes;

    let lines: Vec<String> = drift.iter().map(ToString::to_string).collect();
    context.json(
        &serde_json::json!({ "agrees": drift.is_empty(), "drift": lines, "unmanaged": unmanaged }),
    );
    if drift.is_empty() {
        context.say(&format!(
            "The database is as the models say: {} tables in {} schemas.",
            declared.tables().count(),
            declared.schemas.len()
        ));
    } else {
        context.say("The database differs from the models. To agree, it would need to:");
        for line in &lines {
            context.say(&format!("  {line}"));
        }
        context.say("Nothing has been changed. If migrations are pending, `up` applies them; if the models have changed since, `generate` writes what is missing; otherwise somebody changed the database by hand.");
    }
    if !unmanaged.is_empty() {
        context.say("Not managed, and left alone:");
        for line in &unmanaged {
            context.say(&format!("  {line}"));
        }
    }
    Ok(if drift.is_empty() {
        Outcome::Fine
    } else {
        Outcome::SomethingToDo
    })
}

/// What the models declare, and the names of everything else.
fn split(mut live: Catalog, declared: &Catalog) -> (Catalog, Vec<String>) {
    let known: BTreeSet<_> = declared.tables().map(|(name, _)| name).collect();
    let mut unmanaged = Vec::new();
    for (schema_name, schema) in &mut live.schemas {
        for object in &schema.unmanaged {
            unmanaged.push(format!("{} {schema_name}.{}", object.kind, object.name));
        }
        schema.tables.retain(|table_name, table| {
            let name = QualifiedName::new(schema_name.as_str(), table_name.as_str());
            let is_known = known.contains(&name);
            if is_known {
                for object in &table.unmanaged {
                    unmanaged.push(format!("{} {} on {name}", object.kind, object.name));
                }
            } else {
                unmanaged.push(format!("table {name}"));
            }
            is_known
        });
    }
    live.extensions.clone_from(&declared.extensions);
    (live, unmanaged)
}
