//! Changes in an order that runs, split into steps, each with its reverse and its hazards. Pure.
//!
//! What takes a moment stands together in one transaction; what takes long stands in steps of its
//! own, so that no lock is held for it.

mod alter_column;
mod before;
mod constraints;
mod create_table;
mod data_check;
mod drop_indexes;
mod hazard;
mod in_one_go;
mod marks;
mod not_null;
mod step;
mod type_change;

use std::collections::BTreeSet;

pub(crate) use create_table::rest as rest_of_table;
pub use data_check::DataCheck;
pub use hazard::{Hazard, HazardCode, NotAHazardCode};
pub use step::{Class, Expected, Half, Statement, Step, Transaction};

use crate::catalog::Catalog;
use crate::diff::{Change, Difference};
use before::Before;

/// Whether long work is split so that no lock is held for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// CONCURRENTLY, NOT VALID and VALIDATE, USING INDEX.
    #[default]
    LockSafe,
    /// One statement each: for a database that nobody uses meanwhile.
    Direct,
}

/// What the planner must know besides the changes.
#[derive(Debug, Clone)]
pub struct Settings<'s> {
    /// What the steps are called: the `NAME` of `generate NAME`.
    pub name: &'s str,
    /// The schemas, those that others depend on first.
    pub schema_order: &'s [String],
    /// The ledger's schema, which the runner creates itself.
    pub ledger: &'s str,
    /// How careful to be.
    pub mode: Mode,
}

/// A change that has no statements yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unsupported(pub String);

/// Puts the changes in order.
///
/// # Errors
///
/// When a change cannot be made without replacing what is there, which is never done unasked.
pub fn plan(
    difference: &Difference,
    from: &Catalog,
    settings: &Settings<'_>,
) -> Result<Vec<Step>, Unsupported> {
    let before = Before::new(from, &difference.changes);
    let mut steps = Vec::new();
    let mut schemas: Vec<&str> = settings.schema_order.iter().map(String::as_str).collect();
    // What the models do not name any more comes last: its tables may be referenced by the others.
    let others: BTreeSet<&str> = difference
        .changes
        .iter()
        .map(Change::schema)
        .filter(|schema| !schemas.contains(schema))
        .collect();
    schemas.extend(others);
    for schema in schemas {
        let changes: Vec<&Change> = difference
            .changes
            .iter()
            .filter(|change| change.schema() == schema)
            .collect();
        if !changes.is_empty() {
            plan_schema(schema, &changes, &before, settings, &mut steps)?;
        }
    }
    Ok(steps)
}

fn plan_schema(
    schema: &str,
    changes: &[&Change],
    before: &Before<'_>,
    settings: &Settings<'_>,
    steps: &mut Vec<Step>,
) -> Result<(), Unsupported> {
    let created = changes
        .iter()
        .any(|change| matches!(change, Change::CreateSchema { .. }));
    if created && schema != settings.ledger {
        steps.push(Step::create_schema(schema));
    }
    let mut split = Split::default();
    let step = in_one_go::plan(schema, changes, before, settings, &mut split)?;
    if !step.is_empty() {
        steps.push(step);
    }
    // Keys first: a foreign key may wait for one, and is only then checked.
    split.later.sort_by_key(constraints::Later::rank);
    for work in split.later {
        work.plan(schema, before, settings, steps);
    }
    if !split.index_drops.is_empty() {
        steps.push(drop_indexes::plan(
            schema,
            &split.index_drops,
            before,
            settings,
        ));
    }
    Ok(())
}

/// What the transaction of the quick changes leaves to steps of its own.
#[derive(Default)]
struct Split<'c> {
    later: Vec<constraints::Later<'c>>,
    index_drops: Vec<drop_indexes::Dropped<'c>>,
}
