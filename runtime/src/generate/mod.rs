//! From models and a snapshot to migration files. Pure: what it returns is written by [`Folder`].

mod baseline;
mod declared;
mod error;
mod files;
mod schema_order;

pub use baseline::{Adopted, adopt};
pub use declared::Declared;
pub use error::GenerateError;
pub use schema_order::schema_order;

use std::collections::BTreeSet;

use crate::catalog::Catalog;
use crate::diff::{self, Change, Selection};
use crate::migration::{Folder, Migration};
use crate::plan::{self, HazardCode, Mode};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Request<'r> {
    /// What the migration is called.
    pub name: &'r str,
    /// Which schemas' changes are wanted.
    pub selection: Selection,
    /// How careful the plan is.
    pub mode: Mode,
    /// Hazards that lose data and are wanted all the same.
    pub allow: &'r [HazardCode],
}

/// What has been generated, and is not written yet.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The differences that the files make away with.
    pub changes: Vec<Change>,
    /// The files, in the order in which they run.
    pub migrations: Vec<Migration>,
    /// The catalog afterwards.
    pub catalog: Catalog,
}

/// Compares the models with the snapshot and writes down the way from one to the other, and back.
///
/// # Errors
///
/// When the name cannot be a file's or is taken, a hint matches nothing, a change cannot be generated,
/// or data would be lost without that being allowed.
pub fn generate(
    declared: &Declared,
    snapshot: &Catalog,
    folder: &Folder,
    request: &Request<'_>,
) -> Result<Generated, GenerateError> {
    check_name(request.name, folder)?;
    let difference = diff::diff(snapshot, &declared.catalog, &request.selection)?;
    let settings = plan::Settings {
        name: request.name,
        schema_order: &declared.schema_order,
        ledger: &declared.ledger,
        mode: request.mode,
    };
    let steps = plan::plan(&difference, snapshot, &settings)?;
    let lost: BTreeSet<HazardCode> = steps
        .iter()
        .flat_map(|step| &step.hazards)
        .map(|hazard| hazard.code)
        .filter(|code| code.loses_data() && !request.allow.contains(code))
        .collect();
    if !lost.is_empty() {
        let what = steps
            .iter()
            .flat_map(|step| &step.hazards)
            .filter(|hazard| lost.contains(&hazard.code))
            .map(|hazard| hazard.text.clone())
            .collect();
        return Err(GenerateError::DataLoss {
            codes: lost.into_iter().collect(),
            what,
        });
    }
    let migrations = files::from_steps(request.name, &steps, folder, &declared.schema_order)?;
    Ok(Generated {
        changes: difference.changes,
        migrations,
        catalog: difference.result,
    })
}

fn check_name(name: &str, folder: &Folder) -> Result<(), GenerateError> {
    let plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if name.is_empty() || name.len() > 60 || !name.chars().all(plain) {
        return Err(GenerateError::Name(name.to_owned()));
    }
    let taken = folder.migrations.iter().any(|migration| {
        migration
            .up
            .part
            .as_ref()
            .is_some_and(|part| part.name == name)
    });
    if taken {
        Err(GenerateError::NameTaken(name.to_owned()))
    } else {
        Ok(())
    }
}
