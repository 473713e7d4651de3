use std::collections::HashMap;

use sqlx::postgres::PgRow;
use sqlx::postgres::types::Oid;
use sqlx::{AssertSqlSafe, PgConnection, Row};

use super::IntrospectError;
use super::draft::Draft;
use super::indexes::FoundIndex;
use super::session::Version;
use crate::catalog::{
    Action, Check, Deferrable, Expression, ForeignKey, Index, IndexKind, PrimaryKey, QualifiedName,
    Unique,
};

/// The constraints of tables. Left out are those of NOT NULL, which PostgreSQL 18 names and the
/// columns tell, those of triggers, which are listed as such, and those that a foreign key to a
/// partitioned table has for each partition.
const QUERY: &str = "
SELECT c.conrelid AS \"table\", c.conname::text AS name, c.contype::text AS type, c.conindid AS index,
    c.condeferrable AS is_deferrable, c.condeferred AS is_deferred, NOT c.convalidated AS not_valid,
    c.connoinherit AS no_inherit, {enforced} AS is_enforced, {period} AS is_temporal,
    ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(c.conkey) WITH ORDINALITY k (number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
        ORDER BY k.place) AS columns,
    tn.nspname::text AS target_schema, t.relname::text AS target_name,
    ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(c.confkey) WITH ORDINALITY k (number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number
        ORDER BY k.place) AS target_columns,
    ARRAY(SELECT a.attname::text FROM pg_catalog.unnest({set_columns}) WITH ORDINALITY k (number, place)
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
        ORDER BY k.place) AS set_columns,
    c.confdeltype::text AS on_delete, c.confupdtype::text AS on_update, c.confmatchtype = 'f' AS match_full,
    pg_catalog.pg_get_expr(c.conbin, c.conrelid) AS expression,
    pg_catalog.obj_description(c.oid, 'pg_constraint') AS comment
FROM pg_catalog.pg_constraint c
LEFT JOIN pg_catalog.pg_class t ON t.oid = c.confrelid
LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
WHERE c.conrelid = ANY ($1) AND c.contype NOT IN ('n', 't') AND c.conparentid = 0
ORDER BY c.conrelid, c.conname";

/// Reads the constraints, and takes the indexes that they own out of `indexes`.
pub(super) async fn read(
    connection: &mut PgConnection,
    version: Version,
    indexes: &mut HashMap<Oid, FoundIndex>,
    draft: &mut Draft,
) -> Result<(), IntrospectError> {
    let query = QUERY
        .replace(
            "{enforced}",
            version.since(180_000, "c.conenforced", "true"),
        )
        .replace("{period}", version.since(180_000, "c.conperiod", "false"))
        .replace(
            "{set_columns}",
            version.since(150_000, "c.confdelsetcols", "NULL::int2[]"),
        );
    let rows = sqlx::query(AssertSqlSafe(query))
        .bind(draft.table_oids())
        .fetch_all(connection)
        .await
        .map_err(IntrospectError::reading("constraints"))?;
    for row in rows {
        place(&row, indexes, draft).map_err(IntrospectError::reading("constraints"))?;
    }
    Ok(())
}

fn place(
    row: &PgRow,
    indexes: &mut HashMap<Oid, FoundIndex>,
    draft: &mut Draft,
) -> sqlx::Result<()> {
    let table_oid: Oid = row.try_get("table")?;
    let name: String = row.try_get("name")?;
    let kind: &str = row.try_get("type")?;
    // The index of a foreign key is the referenced table's, and stays with it.
    let index = match kind {
        "p" | "u" | "x" => indexes.remove(&row.try_get("index")?),
        _ => None,
    };
    let unmodelled = match kind {
        _ if row.try_get("is_temporal")? => Some("temporal constraint"),
        _ if !row.try_get::<bool, _>("is_enforced")? => Some("constraint that is not enforced"),
        "p" | "u" | "f" | "c" => None,
        "x" => Some("exclusion constraint"),
        _ => Some("constraint"),
    };
    if let Some(kind) = unmodelled {
        draft.unmanaged_of_table(table_oid, kind, &name);
        return Ok(());
    }
    // Postgres allows a comment on the constraint and another on its index.
    if let Some(index) = index.as_ref().filter(|found| found.index.comment.is_some()) {
        draft.unmanaged_of_table(
            table_oid,
            "comment on the index of a constraint",
            &index.name,
        );
    }
    let Some(table) = draft.table(table_oid) else {
        return Ok(());
    };
    match (kind, index.map(|found| found.index)) {
        ("p", Some(index)) => table.primary_key = Some(primary_key(row, name, index)?),
        ("u", Some(index)) => {
            table.uniques.insert(name, unique(row, index)?);
        }
        ("f", None) => {
            table.foreign_keys.insert(name, foreign_key(row)?);
        }
        ("c", None) => {
            table.checks.insert(name, check(row)?);
        }
        _ => return Err(sqlx::Error::ColumnNotFound("index".to_owned())),
    }
    Ok(())
}

fn primary_key(row: &PgRow, name: String, index: Index) -> sqlx::Result<PrimaryKey> {
    Ok(PrimaryKey {
        name,
        columns: row.try_get("columns")?,
        include: index.include,
        deferrable: deferrable(row)?,
        attributes: index.attributes,
        comment: row.try_get("comment")?,
    })
}

fn unique(row: &PgRow, index: Index) -> sqlx::Result<Unique> {
    Ok(Unique {
        columns: row.try_get("columns")?,
        include: index.include,
        nulls_not_distinct: index.kind == IndexKind::UniqueNullsNotDistinct,
        deferrable: deferrable(row)?,
        attributes: index.attributes,
        comment: row.try_get("comment")?,
    })
}

fn foreign_key(row: &PgRow) -> sqlx::Result<ForeignKey> {
    let target_schema: String = row.try_get("target_schema")?;
    let target_name: String = row.try_get("target_name")?;
    Ok(ForeignKey {
        columns: row.try_get("columns")?,
        target: QualifiedName::new(target_schema, target_name),
        target_columns: row.try_get("target_columns")?,
        on_delete: action(row.try_get("on_delete")?),
        on_update: action(row.try_get("on_update")?),
        set_columns: row.try_get("set_columns")?,
        match_full: row.try_get("match_full")?,
        deferrable: deferrable(row)?,
        not_valid: row.try_get("not_valid")?,
        comment: row.try_get("comment")?,
    })
}

fn check(row: &PgRow) -> sqlx::Result<Check> {
    let expression: String = row.try_get("expression")?;
    Ok(Check {
        expression: Expression::new(expression),
        no_inherit: row.try_get("no_inherit")?,
        not_valid: row.try_get("not_valid")?,
        comment: row.try_get("comment")?,
    })
}

/// `confdeltype` and `confupdtype`; `a` is NO ACTION.
fn action(code: &str) -> Action {
    match code {
        "r" => Action::Restrict,
        "c" => Action::Cascade,
        "n" => Action::SetNull,
        "d" => Action::SetDefault,
        _ => Action::NoAction,
    }
}

fn deferrable(row: &PgRow) -> sqlx::Result<Deferrable> {
    Ok(
        match (row.try_get("is_deferrable")?, row.try_get("is_deferred")?) {
            (false, _) => Deferrable::Not,
            (true, false) => Deferrable::InitiallyImmediate,
            (true, true) => Deferrable::InitiallyDeferred,
        },
    )
}
