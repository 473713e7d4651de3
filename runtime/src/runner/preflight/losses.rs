//! What a down file drops holds nothing, or its loss is allowed.

use sqlx::postgres::PgConnection;

use crate::catalog::{QualifiedName, quoted};
use crate::plan::HazardCode;
use crate::sql::literal;

use super::super::session::is_true;
use super::super::step::{Place, place};
use super::super::{Fault, Finding};
use super::Scene;

/// Looks into every table and column that a step drops on the way back.
pub(super) async fn look(
    connection: &mut PgConnection,
    scene: &Scene<'_>,
    findings: &mut Vec<Finding>,
) -> Result<(), Fault> {
    if scene
        .settings
        .allow
        .contains(HazardCode::DeletesData.as_str())
    {
        return Ok(());
    }
    for (at, step) in scene.steps.iter().enumerate() {
        let find = |table| {
            let before = &scene.steps[..at];
            place(table, before, None, &scene.moved, &scene.inventory)
        };
        for table in &step.script().drops_tables {
            let Place::Here(now) = find(table) else {
                continue;
            };
            if any(connection, &now, "true").await? {
                findings.push(Finding::NotEmpty {
                    version: step.version().clone(),
                    table: now,
                });
            }
        }
        for dropped in &step.script().drops_columns {
            let Place::Here(now) = find(&dropped.table) else {
                continue;
            };
            // One that a later migration has renamed is looked into when that has been reverted.
            if !has_column(connection, &now, &dropped.column).await? {
                continue;
            }
            let given = format!("{} IS NOT NULL", quoted(&dropped.column));
            if any(connection, &now, &given).await? {
                findings.push(Finding::ColumnNotEmpty {
                    version: step.version().clone(),
                    table: now,
                    column: dropped.column.clone(),
                });
            }
        }
    }
    Ok(())
}

async fn any(
    connection: &mut PgConnection,
    table: &QualifiedName,
    condition: &str,
) -> Result<bool, Fault> {
    let sql = format!(
        "SELECT EXISTS (SELECT FROM {} WHERE {condition})",
        table.sql()
    );
    let found = is_true(connection, &sql).await;
    found.map_err(Fault::database("looking whether what is dropped is empty"))
}

async fn has_column(
    connection: &mut PgConnection,
    table: &QualifiedName,
    column: &str,
) -> Result<bool, Fault> {
    let sql = format!(
        "SELECT EXISTS (SELECT FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass({}) \
         AND attname = {} AND attnum > 0 AND NOT attisdropped)",
        literal(&table.sql()),
        literal(column)
    );
    let found = is_true(connection, &sql).await;
    found.map_err(Fault::database("looking for a column"))
}
