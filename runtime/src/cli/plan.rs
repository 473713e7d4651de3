//! `plan`: what `up` would do, and everything that can be known before.

use super::args::PlanArguments;
use super::context::Context;
use super::generate::counted;
use super::run::{connect, up_target};
use super::{Failure, Outcome};
use crate::migration::{Migration, Mode};

pub(super) async fn run(context: &Context, arguments: &PlanArguments) -> Result<Outcome, Failure> {
    let folder = context.folder()?;
    let target = up_target(arguments.to.as_deref())?;
    let mut runner = connect(context, context.settings()).await?;
    let findings = runner.preflight(&folder, &target).await?;
    let pending = runner.pending(&folder, &target).await?;
    let pending: Vec<&Migration> = pending
        .iter()
        .filter_map(|version| folder.migration(version))
        .collect();

    context.json(&serde_json::json!({
        "pending": pending.iter().map(|migration| migration.version.to_string()).collect::<Vec<_>>(),
        "findings": findings,
    }));
    if pending.is_empty() {
        context.say("Nothing to do: every migration is applied.");
        return Ok(Outcome::Fine);
    }
    for migration in &pending {
        show(context, migration, arguments.sql);
    }
    if findings.is_empty() {
        context.say(&format!(
            "{} to apply, and nothing in the way.",
            pending.len()
        ));
        return Ok(Outcome::SomethingToDo);
    }
    let findings: Vec<String> = findings
        .iter()
        .map(|finding| format!("- {finding}"))
        .collect();
    Err(Failure::new(format!(
        "this is in the way:\n{}\nNothing has been changed",
        findings.join("\n")
    )))
}

fn show(context: &Context, migration: &Migration, with_statements: bool) {
    let script = &migration.up;
    let mode = match script.mode {
        Mode::Transaction => "one transaction",
        Mode::NoTransaction => "without transaction",
    };
    let count = script.statements.len();
    context.say(&format!(
        "{}_{}  ({count} {}, {mode})",
        migration.version,
        migration.name,
        if count == 1 {
            "statement"
        } else {
            "statements"
        },
    ));
    for change in &script.moves {
        context.say(&format!("    moves {change}"));
    }
    for (code, count) in counted(&script.hazards) {
        context.say(&format!("    hazard {code} ({count})"));
    }
    if with_statements {
        for statement in &script.statements {
            context.say(&format!("    {};", statement.sql.replace('\n', "\n    ")));
        }
    }
}
