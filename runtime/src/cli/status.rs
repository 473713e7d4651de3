//! `status`: what is applied and what is pending.

use super::context::Context;
use super::run::connect;
use super::{Failure, Outcome};
use crate::runner::{Baseline, MigrationState};

pub(super) async fn run(context: &Context) -> Result<Outcome, Failure> {
    let folder = context.folder()?;
    let mut runner = connect(context, context.settings()).await?;
    let status = runner.status(&folder).await?;
    context.json(&serde_json::to_value(&status).map_err(Failure::new)?);

    if status.bootstrapped {
        context.say(&format!("The ledger is in schema {}.", status.ledger));
    } else {
        context.say(&format!(
            "There is no ledger: the database is at version 0. It will stand in schema {}.",
            status.ledger
        ));
    }
    match status.baseline {
        Some(Baseline::Adopted) => context.say("The baseline was there before, and was adopted."),
        Some(Baseline::Created) => context.say("The baseline was created."),
        None => {}
    }
    for migration in &status.migrations {
        let state = match &migration.state {
            MigrationState::Applied { at } => {
                format!("applied {}", at.as_deref().unwrap_or_default())
            }
            MigrationState::Unfinished { done } => {
                format!("unfinished, {done} statements done; the next `up` continues it")
            }
            MigrationState::Reverting { done } => {
                format!("being reverted, {done} statements done; the next `down` continues it")
            }
            MigrationState::Pending => "pending".to_owned(),
        };
        context.say(&format!(
            "  {}_{}  {state}",
            migration.version, migration.name
        ));
    }
    for point in &status.disagreements {
        context.say(&format!("  {point}"));
    }
    let open = status.open().count();
    if !status.disagreements.is_empty() {
        return Err(Failure::new(
            "the ledger and the migrations tell different stories, see above. Nothing has been changed",
        ));
    }
    if open == 0 {
        context.say("Nothing is pending.");
        return Ok(Outcome::Fine);
    }
    context.say(&format!("{open} to apply: `up`."));
    Ok(Outcome::SomethingToDo)
}
