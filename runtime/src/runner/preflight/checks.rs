use sqlx::postgres::PgConnection;

use crate::catalog::QualifiedName;
use crate::migration::{Check, Version};

use super::super::error::sqlstate;
use super::super::session::{is_lost, is_true, rows, run};
use super::super::step::{Place, place};
use super::super::{Fault, Finding};
use super::Scene;

/// How many of the offending rows are shown.
const SHOWN: usize = 20;

/// Every check finds no row. One on a table that a step creates holds by itself.
pub(super) async fn look(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    for (at, step) in scene.steps.iter().enumerate() {
        for check in &step.script().checks {
            match resolve(&check.query, |name| {
                place(
                    name,
                    &scene.steps[..=at],
                    scene.baseline,
                    &scene.moved,
                    &scene.inventory,
                )
            }) {
                Resolved::Query(query) => {
                    findings.extend(ask(connection, step.version(), check, &query).await?);
                }
                Resolved::NotYet => {}
                Resolved::Missing(table) => {
                    findings.push(Finding::TableMissing {
                        version: step.version().clone(),
                        table,
                    });
                }
            }
        }
    }
    Ok(())
}

/// A table that is dropped on the way back is empty, or its loss is allowed.
pub(super) async fn dropped_tables(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    if scene.settings.allow.contains("DELETES_DATA") {
        return Ok(());
    }
    for (at, step) in scene.steps.iter().enumerate() {
        for table in &step.script().drops_tables {
            let Place::Here(now) = place(
                table,
                &scene.steps[..at],
                None,
                &scene.moved,
                &scene.inventory,
            ) else {
                continue;
            };
            let sql = format!("SELECT EXISTS (SELECT FROM {})", now.sql());
            if is_true(connection, &sql)
                .await
                .map_err(Fault::database("looking whether a table is empty"))?
            {
                findings.push(Finding::NotEmpty {
                    version: step.version().clone(),
                    table: now,
                });
            }
        }
    }
    Ok(())
}

enum Resolved {
    Query(String),
    NotYet,
    Missing(QualifiedName),
}

/// Puts each `{schema.table}` where the table stands. Braces that hold no name are the query's own.
fn resolve(query: &str, find: impl Fn(&QualifiedName) -> Place) -> Resolved {
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
