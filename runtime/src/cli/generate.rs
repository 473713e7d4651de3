//! `generate`: migration files from the difference between the models and the snapshot.

use std::collections::BTreeMap;

use super::args::Generate;
use super::context::Context;
use super::{Failure, Outcome};
use crate::diff::Selection;
use crate::generate::{Generated, Request, generate};
use crate::migration::{Folder, Hazard, SNAPSHOT};
use crate::plan::{HazardCode, Mode};

pub(super) fn run(context: &Context, arguments: &Generate) -> Result<Outcome, Failure> {
    let Some(name) = &arguments.name else {
        return seal(context);
    };
    let folder = context.folder()?;
    let has_files = folder.baseline.is_some() || !folder.migrations.is_empty();
    if has_files && !context.has_snapshot() {
        return Err(Failure::new(format!(
            "{} has migrations, but no `{SNAPSHOT}`, and without it nobody knows what they lead to. Restore the file from version control. Nothing has been written",
            context.migrations.display()
        )));
    }
    let mut snapshot = context.snapshot()?;
    let selection = match &arguments.only {
        None => Selection::All,
        Some(wanted) => Selection::Only(schema_called(context, wanted)?),
    };
    let allow = hazard_codes(&arguments.allow)?;
    let request = Request {
        name,
        selection,
        mode: if arguments.direct {
            Mode::Direct
        } else {
            Mode::LockSafe
        },
        allow: &allow,
    };
    let generated = generate(&context.models.into(), &snapshot.catalog, &folder, &request)
        .map_err(Failure::new)?;
    if generated.migrations.is_empty() {
        context.say("The snapshot agrees with the models: nothing to generate.");
        context.json(&serde_json::json!({ "migrations": [], "changes": [] }));
        return Ok(Outcome::Fine);
    }
    if !arguments.dry_run {
        Folder::write(&context.migrations, None, &generated.migrations).map_err(Failure::new)?;
        snapshot.catalog = generated.catalog.clone();
        snapshot.write(&context.migrations).map_err(Failure::new)?;
    }
    report(context, arguments, &generated);
    Ok(Outcome::Fine)
}

/// Takes the files as they are: their checksums are written anew, and what they say is checked.
fn seal(context: &Context) -> Result<Outcome, Failure> {
    Folder::seal(&context.migrations).map_err(Failure::new)?;
    let folder = context.folder()?;
    let count = folder.migrations.len();
    context.say(&format!(
        "The {count} migrations are accepted as they are now."
    ));
    context.json(&serde_json::json!({ "sealed": count }));
    Ok(Outcome::Fine)
}

fn report(context: &Context, arguments: &Generate, generated: &Generated) {
    for change in &generated.changes {
        context.say(&format!("  {change}"));
    }
    context.say(if arguments.dry_run {
        "Would write:"
    } else {
        "Written; read them before you run them:"
    });
    for migration in &generated.migrations {
        let class = migration
            .down
            .class
            .map_or(String::new(), |class| format!("  (way back: {class})"));
        context.say(&format!(
            "  {}_{}{class}",
            migration.version, migration.name
        ));
        for (code, count) in counted(&migration.up.hazards) {
            context.say(&format!("      {code} ({count})"));
        }
    }
    let versions: Vec<String> = generated
        .migrations
        .iter()
        .map(|m| m.version.to_string())
        .collect();
    let changes: Vec<String> = generated.changes.iter().map(ToString::to_string).collect();
    context.json(&serde_json::json!({ "migrations": versions, "changes": changes, "written": !arguments.dry_run }));
}

/// How often each hazard occurs; the files name each.
pub(super) fn counted(hazards: &[Hazard]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for hazard in hazards {
        *counts.entry(hazard.code.as_str()).or_default() += 1;
    }
    counts
}

/// A schema by its struct's name or by its own.
fn schema_called(context: &Context, wanted: &str) -> Result<String, Failure> {
    let schemas = context.models.schemas;
    schemas
        .iter()
        .find(|schema| schema.rust_name == wanted || schema.name == wanted)
        .map(|schema| schema.name.to_owned())
        .ok_or_else(|| {
            let known: Vec<&str> = schemas.iter().map(|schema| schema.rust_name).collect();
            Failure::new(format!(
                "`{wanted}` is no schema of `{}`. It has: {}",
                context.models.rust_name,
                known.join(", ")
            ))
        })
}

/// Hazards by their codes.
pub(super) fn hazard_codes(texts: &[String]) -> Result<Vec<HazardCode>, Failure> {
    texts
        .iter()
        .map(|text| text.parse().map_err(Failure::new))
        .collect()
}
