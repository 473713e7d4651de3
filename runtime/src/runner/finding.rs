use std::fmt;

use serde::Serialize;

use crate::catalog::QualifiedName;
use crate::migration::Version;

/// Something in the way of what is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// The role may not do what a step does.
    #[error("{what} needs {needs}, which role `{role}` does not have: {grant}")]
    Privilege {
        /// What is to be done.
        what: String,
        /// What it takes.
        needs: String,
        /// The role.
        role: String,
        /// The statement that gives it.
        grant: String,
    },
    /// A name is taken.
    #[error(
        "{version} needs the name {name}, which {} has: rename or remove it",
        article(holder)
    )]
    NameTaken {
        /// The step.
        version: Version,
        /// The name.
        name: QualifiedName,
        /// What has it.
        holder: String,
    },
    /// A table that a step works on is not there.
    #[error(
        "{version} works on the table {table}, which is not there: has it been moved or dropped by hand?"
    )]
    TableMissing {
        /// The step.
        version: Version,
        /// The table.
        table: QualifiedName,
    },
    /// A schema that a step puts something into is not there.
    #[error(
        "{version} puts a table into the schema `{schema}`, which is not there, and no step before it creates it"
    )]
    SchemaMissing {
        /// The step.
        version: Version,
        /// The schema.
        schema: String,
    },
    /// An extension is not there, or elsewhere.
    #[error("the extension `{extension}` must stand in the schema `{schema}`, and {}", found.as_ref().map_or_else(
        || format!("is not installed: CREATE EXTENSION \"{extension}\" SCHEMA \"{schema}\""),
        |found| format!("stands in `{found}`: ALTER EXTENSION \"{extension}\" SET SCHEMA \"{schema}\", or say so in the models"),
    ))]
    Extension {
        /// The extension.
        extension: String,
        /// Where it must stand.
        schema: String,
        /// Where it stands.
        found: Option<String>,
    },
    /// An object is not as it was when the step was generated.
    #[error("{version} was written for {object} = {expected}, but the database has {}: bring it back to that, or generate the step anew", actual.as_deref().unwrap_or("no such object"))]
    Drift {
        /// The step.
        version: Version,
        /// The object, where it stands now.
        object: String,
        /// What the snapshot has.
        expected: String,
        /// What the database has.
        actual: Option<String>,
    },
    /// Rows are in the way.
    #[error("{}", Offenders(because.as_deref(), *total, rows, version))]
    Rows {
        /// The step.
        version: Version,
        /// The query that found them.
        query: String,
        /// Why they are in the way.
        because: Option<String>,
        /// Up to 20 of them.
        rows: Vec<serde_json::Value>,
        /// How many there are.
        total: u64,
    },
    /// A check could not be made.
    #[error("the check of {version} could not be made{}: {message} (`{query}`)", sqlstate.as_ref().map_or_else(String::new, |code| format!(" ({code})")))]
    CheckFailed {
        /// The step.
        version: Version,
        /// The query.
        query: String,
        /// The code of the server's error.
        sqlstate: Option<String>,
        /// What the server says.
        message: String,
    },
    /// A step loses data.
    #[error(
        "{version} loses data ({code} {text}): take what is worth keeping elsewhere, then allow it with `--allow {code}`"
    )]
    Hazard {
        /// The step.
        version: Version,
        /// The hazard's code.
        code: String,
        /// What it says.
        text: String,
    },
    /// A table to be dropped has rows.
    #[error(
        "reverting {version} drops the table {table}, which is not empty: take the rows elsewhere, or allow their loss with `--allow DELETES_DATA`"
    )]
    NotEmpty {
        /// The step.
        version: Version,
        /// The table.
        table: QualifiedName,
    },
    /// Reverting a step does not bring everything back.
    #[error(
        "{version} cannot be reverted in full ({why}): revert it as far as it goes with `--irreversible`"
    )]
    Irreversible {
        /// The step.
        version: Version,
        /// What does not come back.
        why: String,
    },
    /// A part of the baseline is there.
    #[error(
        "the baseline is there in part: {} exist and {} do not. Either it is the old database, then restore those, or it is a new one, then remove these",
        list(present),
        list(absent)
    )]
    HalfABaseline {
        /// What is there.
        present: Vec<QualifiedName>,
        /// What is not.
        absent: Vec<QualifiedName>,
    },
}

fn article(holder: &str) -> String {
    let vowel = holder.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {holder}", if vowel { "an" } else { "a" })
}

fn list(names: &[QualifiedName]) -> String {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    names.join(", ")
}

struct Offenders<'a>(Option<&'a str>, u64, &'a [serde_json::Value], &'a Version);

impl fmt::Display for Offenders<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(because, total, rows, version) = self;
        let because = because.unwrap_or("its check must find no row");
        write!(
            formatter,
            "{total} found in the way of {version}: {because}"
        )?;
        for row in *rows {
            let values: Vec<String> = row
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, value)| match value {
                    serde_json::Value::String(text) => format!("{name}={text:?}"),
                    other => format!("{name}={other}"),
                })
                .collect();
            write!(formatter, "\n  {}", values.join("  "))?;
        }
        let more = total.saturating_sub(rows.len() as u64);
        if more > 0 {
            write!(formatter, "\n  and {more} more")?;
        }
        write!(formatter, "\nRemove or mend these rows, then run again.")
    }
}
