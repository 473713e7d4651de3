use std::collections::BTreeSet;

use sqlx::postgres::PgConnection;

use crate::catalog::QualifiedName;
use crate::migration::{Check, Move, Version};

use super::super::error::sqlstate;
use super::super::session::{is_lost, rows, run};
use super::super::step::{Place, Step, forwards, place};
use super::super::{Fault, Finding};
use super::Scene;

/// How many of the offending rows are shown.
const SHOWN: usize = 20;

/// Every check finds no row. One on a table that a step creates holds by itself; one on a table that an earlier group
/// of steps touches has to wait for that group, because the table is not yet what the query is about.
pub(super) async fn look(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let mut touched = Touched::default();
    let mut at = 0;
    for group in scene
        .steps
        .chunk_by(|left, right| left.group() == right.group())
    {
        for (place, step) in group.iter().enumerate() {
            at += 1;
            for check in &step.script().checks {
                if !touched.concerns(&check.query, &group[..=place]) {
                    look_at(connection, scene, &scene.steps[..at], check, findings).await?;
                }
            }
        }
        touched.add(group);
    }
    Ok(())
}

/// Makes one check of the last of these steps.
async fn look_at(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
    steps: &[Step<'_>],
    check: &Check,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    let Some(step) = steps.last() else {
        return Ok(());
    };
    let find =
        |name: &QualifiedName| place(name, steps, scene.baseline, &scene.moved, &scene.inventory);
    match resolve(&check.query, find) {
        Resolved::Query(query) => {
            findings.extend(ask(connection, step.version(), check, &query).await?);
        }
        Resolved::NotYet => {}
        Resolved::Missing(table) => findings.push(Finding::TableMissing {
            version: step.version().clone(),
            table,
        }),
    }
    Ok(())
}

/// What groups of steps touch, as far as their headers tell. A table that is only moved holds what it held before, and
/// a check finds it where it stands: so a move alone does not count.
#[derive(Default)]
struct Touched {
    tables: BTreeSet<QualifiedName>,
    /// A file was written by hand and says nothing of itself: it may touch anything.
    everything: bool,
    any_group: bool,
}

impl Touched {
    fn add(&mut self, group: &[Step<'_>]) {
        self.any_group = true;
        for step in group {
            let script = step.script();
            let expected = script.expectations.iter();
            self.tables
                .extend(expected.map(|expectation| expectation.object.table().clone()));
            self.tables.extend(script.creates.iter().cloned());
            if script.part.is_none() {
                let checks = script.checks.iter();
                self.tables
                    .extend(checks.flat_map(|check| named(&check.query)));
                self.everything |= says_nothing(step);
            }
        }
        let moves: Vec<Move> = group.iter().flat_map(Step::moves).collect();
        let after: Vec<_> = self
            .tables
            .iter()
            .map(|table| forwards(table, &moves))
            .collect();
        self.tables.extend(after);
    }

    /// Whether a check of the last of these steps, which are of one group, asks about something that is touched. Of one
    /// that names no table nobody can tell.
    fn concerns(&self, query: &str, steps: &[Step<'_>]) -> bool {
        let names = named(query);
        if self.everything || names.is_empty() {
            return self.any_group;
        }
        names.into_iter().any(|mut now| {
            let moves = steps.iter().rev().flat_map(|step| step.moves());
            let mut is_touched = self.tables.contains(&now);
            for change in moves {
                if change.to == now {
                    now = change.from;
                    is_touched |= self.tables.contains(&now);
                }
            }
            is_touched
        })
    }
}

/// Whether no header tells what a file touches.
fn says_nothing(step: &Step<'_>) -> bool {
    let script = step.script();
    step.touches().is_empty()
        && script.creates_schemas.is_empty()
        && script.checks.is_empty()
        && script.hazards.is_empty()
}

/// The tables that a query names as `{schema.table}`.
fn named(query: &str) -> Vec<QualifiedName> {
    let mut names = Vec::new();
    resolve(query, |name| {
        names.push(name.clone());
        Place::Here(name.clone())
    });
    names
}

enum Resolved {
    Query(String),
    NotYet,
    Missing(QualifiedName),
}

/// Puts each `{schema.table}` where the table stands. Braces that hold no name are the query's own.
fn resolve(query: &str, mut find: impl FnMut(&QualifiedName) -> Place) -> Resolved {
    let mut resolved = String::new();
    let mut rest = query;
    while let Some(open) = rest.find('{') {
        let name = rest[open + 1..].find('}').and_then(|length| {
            let name = rest[open + 1..open + 1 + length]
                .parse::<QualifiedName>()
                .ok()?;
            Some((name, open + length + 2))
        });
        let Some((name, end)) = name else {
            resolved.push_str(&rest[..=open]);
            rest = &rest[open + 1..];
            continue;
        };
        resolved.push_str(&rest[..open]);
        match find(&name) {
            Place::Here(table) => resolved.push_str(&table.sql()),
            Place::NotYet => return Resolved::NotYet,
            Place::Nowhere => return Resolved::Missing(name),
        }
        rest = &rest[end..];
    }
    resolved.push_str(rest);
    Resolved::Query(resolved)
}

async fn ask(
    connection: &mut PgConnection,
    version: &Version,
    check: &Check,
    query: &str,
) -> Result<Option<Finding>, Fault> {
    let asking = || Fault::database("a check");
    // The line break ends a comment that the query may end with.
    let sql = format!(
        "SELECT pg_catalog.row_to_json(offender)::pg_catalog.text, pg_catalog.count(*) OVER () FROM (\n{}\n) AS offender LIMIT {SHOWN}",
        query.trim_end().trim_end_matches(';')
    );
    // Read only, so that a check cannot change what it looks at.
    run(connection, "BEGIN READ ONLY").await.map_err(asking())?;
    let found = rows(connection, &sql).await;
    if found.as_ref().is_err_and(is_lost) {
        return found.map(|_| None).map_err(asking());
    }
    run(connection, "ROLLBACK").await.map_err(asking())?;
    Ok(match found {
        Ok(found) if found.is_empty() => None,
        Ok(found) => Some(Finding::Rows {
            version: version.clone(),
            query: query.to_owned(),
            because: check.because.clone(),
            total: found[0]
                .get(1)
                .cloned()
                .flatten()
                .and_then(|total| total.parse().ok())
                .unwrap_or(0),
            rows: found
                .into_iter()
                .filter_map(|row| serde_json::from_str(row.first()?.as_deref()?).ok())
                .collect(),
        }),
        Err(error) => Some(Finding::CheckFailed {
            version: version.clone(),
            query: query.to_owned(),
            sqlstate: sqlstate(&error).map(|code| code.into_owned()),
            message: error
                .as_database_error()
                .map_or_else(|| error.to_string(), |error| error.message().to_owned()),
        }),
    })
}
