use std::collections::BTreeSet;

use sqlx::postgres::PgConnection;

use crate::catalog::{ObjectName, QualifiedName};
use crate::introspect::{Scope, introspect};
use crate::migration::{Expectation, Folder, Move, Version};

use super::super::ledger::Ledger;
use super::super::step::{Step, StepProgress, forwards, group};
use super::super::{Direction, Fault, Finding};
use super::Scene;

/// What is to be touched is as the snapshot says. The first group is looked at as a whole; of the later ones only
/// what no earlier step touches, because the rest is not yet what they expect.
pub(super) async fn look(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let mut expected = Vec::new();
    let mut touched: BTreeSet<QualifiedName> = scene
        .baseline
        .iter()
        .flat_map(|script| script.creates.clone())
        .collect();
    for same_group in scene
        .steps
        .chunk_by(|left, right| left.group() == right.group())
    {
        for (step, expectation) in open_expectations(same_group, scene.folder, scene.ledger) {
            if !touched.contains(expectation.object.table()) {
                expected.push((
                    step.version(),
                    expectation,
                    moved_in_group(step, scene.folder, scene.ledger),
                ));
            }
        }
        touched.extend(same_group.iter().flat_map(Step::touches));
    }
    compare(connection, &expected, findings).await
}

/// The same for one group, right before it begins.
pub(in super::super) async fn of_group(
    connection: &mut PgConnection,
    steps: &[Step<'_>],
    folder: &Folder,
    ledger: &Ledger,
) -> Result<Vec<Finding>, Fault> {
    let mut findings = Vec::new();
    let expected: Vec<_> = open_expectations(steps, folder, ledger)
        .map(|(step, expectation)| {
            (
                step.version(),
                expectation,
                moved_in_group(step, folder, ledger),
            )
        })
        .collect();
    compare(connection, &expected, &mut findings).await?;
    Ok(findings)
}

/// The expectations of a group, but for those on objects that a step of the same group has touched already: these are
/// no longer as they were before it.
fn open_expectations<'s>(
    steps: &'s [Step<'s>],
    folder: &'s Folder,
    ledger: &'s Ledger,
) -> impl Iterator<Item = (&'s Step<'s>, &'s Expectation)> {
    steps
        .iter()
        .filter(|step| step.direction == Direction::Up && step.progress == StepProgress::Fresh)
        .flat_map(move |step| {
            let touched: Vec<&ObjectName> = begun_in_group(step, folder, ledger)
                .flat_map(|migration| &migration.up.expectations)
                .map(|expectation| &expectation.object)
                .collect();
            step.script()
                .expectations
                .iter()
                .filter(move |expectation| !touched.contains(&&expectation.object))
                .map(move |expectation| (step, expectation))
        })
}

fn begun_in_group<'s>(
    step: &Step<'_>,
    folder: &'s Folder,
    ledger: &'s Ledger,
) -> impl Iterator<Item = &'s crate::migration::Migration> {
    let same = step.group();
    let begun = ledger
        .entries
        .iter()
        .filter_map(|entry| folder.migration(&entry.version));
    begun.filter(move |migration| group(migration) == same)
}

fn moved_in_group(step: &Step<'_>, folder: &Folder, ledger: &Ledger) -> Vec<Move> {
    begun_in_group(step, folder, ledger)
        .flat_map(|migration| migration.up.moves.clone())
        .collect()
}

async fn compare(
    connection: &mut PgConnection,
    expected: &[(&Version, &Expectation, Vec<Move>)],
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    if expected.is_empty() {
        return Ok(());
    }
    let placed: Vec<(&Version, &Expectation, ObjectName)> = expected
        .iter()
        .map(|(version, expectation, moved)| {
            let object = &expectation.object;
            (
                *version,
                *expectation,
                object.at(forwards(object.table(), moved)),
            )
        })
        .collect();
    let schemas: BTreeSet<String> = placed
        .iter()
        .map(|(_, _, object)| object.table().schema.clone())
        .collect();
    let catalog = introspect(connection, &Scope::schemas(schemas)).await?;
    for (version, expectation, object) in placed {
        let actual = catalog.describe(&object, expectation.detail);
        if actual.as_deref() != Some(expectation.description.as_str()) {
            findings.push(Finding::Drift {
                version: version.clone(),
                object: object.to_string(),
                expected: expectation.description.clone(),
                actual,
            });
        }
    }
    Ok(())
}
