//! How the ledger comes and goes: each in one transaction, so that there is never half of one.

use sqlx::postgres::PgConnection;

use crate::migration::{Action, Folder, Script};
use crate::sql::{create_schema, drop_schema};

use super::error::sqlstate;
use super::inventory::Inventory;
use super::ledger::{Baseline, Ledger, LedgerTable, Undo};
use super::session::run;
use super::{Event, Finding, Progress};

/// What the first run does about the baseline: nothing once there is a ledger.
pub(super) fn baseline<'f>(
    folder: &'f Folder,
    ledger: &Ledger,
    inventory: &Inventory,
) -> Result<Option<(Baseline, &'f Script)>, Finding> {
    let Some(script) = folder
        .baseline
        .as_ref()
        .filter(|_| ledger.bootstrap.is_none())
    else {
        return Ok(None);
    };
    let (present, absent): (Vec<_>, Vec<_>) = script
        .creates
        .iter()
        .cloned()
        .partition(|name| inventory.relations.contains_key(name));
    match (present.is_empty(), absent.is_empty()) {
        (false, false) => Err(Finding::HalfABaseline { present, absent }),
        (false, true) => Ok(Some((Baseline::Adopted, script))),
        (true, _) => Ok(Some((Baseline::Created, script))),
    }
}

/// Creates the ledger, its schema if that is missing, and the baseline if nothing of it is there.
pub(super) async fn create(
    connection: &mut PgConnection,
    table: &LedgerTable,
    inventory: &Inventory,
    baseline: Option<(Baseline, &Script)>,
) -> Result<(), sqlx::Error> {
    let schema = &table.name.schema;
    // Looked for first: `IF NOT EXISTS` takes the right to create a schema even where there is nothing to create.
    let created_schema = !inventory.schemas.contains_key(schema);
    let mut statements = vec!["BEGIN".to_owned()];
    if created_schema {
        statements.push(create_schema(schema));
    }
    let undo = Undo {
        created_schema,
        baseline: baseline.map(|(what, _)| what),
        ..Undo::default()
    };
    statements.push(table.create(&undo));
    if let Some((Baseline::Created, script)) = baseline {
        for statement in &script.statements {
            let there = |name: &String| name == schema || inventory.schemas.contains_key(name);
            if !matches!(statement.action(), Action::CreateSchema(name) if there(&name)) {
                statements.push(statement.sql.clone());
            }
        }
    }
    statements.push("COMMIT".to_owned());
    for statement in statements {
        if let Err(error) = run(connection, &statement).await {
            // What failed is the reason; that a lost connection cannot be rolled back is its consequence.
            let _ = run(connection, "ROLLBACK").await;
            return Err(error);
        }
    }
    Ok(())
}

/// Removes the ledger, and its schema if that is ours and nothing else stands in it. Runs in the caller's transaction.
pub(super) async fn remove(
    connection: &mut PgConnection,
    table: &LedgerTable,
    bootstrap: &Undo,
) -> Result<Vec<Event>, sqlx::Error> {
    let mut events = vec![Event::LedgerRemoved];
    run(connection, &table.drop()).await?;
    if bootstrap.created_schema {
        let schema = &table.name.schema;
        run(connection, "SAVEPOINT ledger_schema").await?;
        match run(connection, &drop_schema(schema)).await {
            Err(error) if sqlstate(&error).as_deref() == Some("2BP01") => {
                run(connection, "ROLLBACK TO SAVEPOINT ledger_schema").await?;
                events.push(Event::SchemaKept {
                    schema: schema.clone(),
                });
            }
            dropped => dropped?,
        }
    }
    Ok(events)
}

pub(super) fn tell(events: &[Event], progress: &mut dyn Progress) {
    for event in events {
        progress.event(event);
    }
}
