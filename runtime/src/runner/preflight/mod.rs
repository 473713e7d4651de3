//! All that can be known before the first change. Every rule is a function that adds what it finds.

mod checks;
mod collisions;
mod expectations;
mod gates;
mod losses;
mod privileges;

use sqlx::postgres::PgConnection;

use crate::migration::{Folder, Move, Script};

use super::inventory::Inventory;
use super::ledger::Ledger;
use super::step::Step;
use super::{Fault, Finding, Settings};

/// What is to be done, and what has been.
pub(super) struct Scene<'a> {
    pub(super) steps: &'a [Step<'a>],
    /// The baseline, if this run creates it.
    pub(super) baseline: Option<&'a Script>,
    pub(super) folder: &'a Folder,
    pub(super) ledger: &'a Ledger,
    pub(super) settings: &'a Settings,
    pub(super) inventory: Inventory,
    /// Every move that has happened, in order.
    pub(super) moved: Vec<Move>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        steps: &'a [Step<'a>],
        baseline: Option<&'a Script>,
        folder: &'a Folder,
        ledger: &'a Ledger,
        settings: &'a Settings,
        inventory: Inventory,
    ) -> Self {
        let applied = ledger
            .entries
            .iter()
            .filter(|entry| ledger.is_applied(&entry.version));
        let moved = applied
            .filter_map(|entry| folder.migration(&entry.version))
            .flat_map(|migration| migration.up.moves.clone())
            .collect();
        Self {
            steps,
            baseline,
            folder,
            ledger,
            settings,
            inventory,
            moved,
        }
    }
}

/// Looks for everything that is in the way.
pub(super) async fn examine(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    gates::hazards(scene, &mut findings);
    gates::irreversible(scene, &mut findings);
    gates::extensions(scene, &mut findings);
    privileges::of_ledger(scene, &mut findings);
    privileges::of_steps(scene, &mut findings);
    collisions::look(scene, &mut findings);
    expectations::look(connection, scene, &mut findings).await?;
    checks::look(connection, scene, &mut findings).await?;
    losses::look(connection, scene, &mut findings).await?;
    Ok(findings)
}

/// Looks, right before a later group of steps begins, at what could not be looked at before the first: the scene is of
/// that group alone.
pub(super) async fn examine_group(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    expectations::look(connection, scene, &mut findings).await?;
    checks::look(connection, scene, &mut findings).await?;
    losses::look(connection, scene, &mut findings).await?;
    Ok(findings)
}
