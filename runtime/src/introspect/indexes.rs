use std::collections::{BTreeMap, HashMap};

use sqlx::postgres::PgRow;
use sqlx::postgres::types::Oid;
use sqlx::{AssertSqlSafe, PgConnection, Row};

use super::IntrospectError;
use super::draft::Draft;
use super::session::Version;
use crate::catalog::{Attributes, Element, ElementKind, Expression, Index, IndexKind};

/// An index, before it is known whether a constraint owns it.
pub(super) struct FoundIndex {
    pub(super) table: Oid,
    pub(super) name: String,
    pub(super) index: Index,
    is_valid: bool,
}

const INDEXES: &str = "
SELECT i.indexrelid AS index, i.indrelid AS \"table\", c.relname::text AS name, m.amname::text AS method,
    i.indisunique AS is_unique, {nulls_not_distinct} AS nulls_not_distinct, i.indisvalid AS is_valid,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
    COALESCE(c.reloptions, '{}') AS parameters, s.spcname::text AS tablespace,
    i.indisclustered AS clustered, i.indisreplident AS replica_identity,
    pg_catalog.obj_description(i.indexrelid, 'pg_class') AS comment
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace s ON s.oid = c.reltablespace
WHERE i.indrelid = ANY ($1)";

/// The elements of the indexes, in their order.
///
/// `pg_get_indexdef` of one element writes neither collation nor operator class. What the collation of
/// an expression is, only Postgres knows: it says it in the whole definition where it is another. An
/// operator class goes without saying if it is the default for the column's type, or for one that the
/// column's type is coerced to and there is none for that type itself.
const ELEMENTS: &str = "
SELECT i.indexrelid AS index, n > i.indnkeyatts AS is_included,
    a.attname::text AS column,
    CASE WHEN a.attnum IS NULL THEN e.definition END AS expression,
    CASE WHEN n <= i.indnkeyatts AND i.indcollation[n - 1] <> 0 AND CASE WHEN a.attnum IS NULL
            THEN pg_catalog.strpos(pg_catalog.pg_get_indexdef(i.indexrelid), e.definition || ' COLLATE ') > 0
            ELSE i.indcollation[n - 1] <> a.attcollation END
        THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation,
    CASE WHEN NOT o.opcdefault OR k.attoptions IS NOT NULL
            OR o.opcintype <> a.atttypid AND EXISTS (SELECT FROM pg_catalog.pg_opclass d
                WHERE d.opcmethod = o.opcmethod AND d.opcintype = a.atttypid AND d.opcdefault)
        THEN CASE WHEN o.opcnamespace = 'pg_catalog'::regnamespace THEN ''
                ELSE pg_catalog.quote_ident(n_o.nspname) || '.' END
            || pg_catalog.quote_ident(o.opcname) END AS operator_class,
    k.attoptions AS parameters,
    COALESCE(i.indoption[n - 1] & 1, 0) <> 0 AS descending,
    COALESCE(i.indoption[n - 1] & 2, 0) <> 0 AS nulls_first
FROM pg_catalog.pg_index i
CROSS JOIN LATERAL pg_catalog.generate_series(1, i.indnatts) n
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid, n, false) AS definition) e
JOIN pg_catalog.pg_attribute k ON k.attrelid = i.indexrelid AND k.attnum = n
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[n - 1] AND a.attnum <> 0
LEFT JOIN pg_catalog.pg_collation l ON n <= i.indnkeyatts AND l.oid = i.indcollation[n - 1]
LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
LEFT JOIN pg_catalog.pg_opclass o ON n <= i.indnkeyatts AND o.oid = i.indclass[n - 1]
LEFT JOIN pg_catalog.pg_namespace n_o ON n_o.oid = o.opcnamespace
WHERE i.indrelid = ANY ($1)
ORDER BY i.indexrelid, n";

pub(super) async fn read(
    connection: &mut PgConnection,
    version: Version,
    draft: &Draft,
) -> Result<HashMap<Oid, FoundIndex>, IntrospectError> {
    let reading = || IntrospectError::reading("indexes");
    let tables = draft.table_oids();
    let nulls_not_distinct = version.since(150_000, "i.indnullsnotdistinct", "false");
    let query = INDEXES.replace("{nulls_not_distinct}", nulls_not_distinct);
    let rows = sqlx::query(AssertSqlSafe(query))
        .bind(&tables)
        .fetch_all(&mut *connection)
        .await
        .map_err(reading())?;
    let mut indexes = rows
        .iter()
        .map(|row| Ok((row.try_get("index")?, found(row)?)))
        .collect::<sqlx::Result<HashMap<_, _>>>()
        .map_err(reading())?;
    let rows = sqlx::query(ELEMENTS)
        .bind(&tables)
        .fetch_all(connection)
        .await
        .map_err(reading())?;
    for row in &rows {
        add_element(row, &mut indexes).map_err(reading())?;
    }
    Ok(indexes)
}

fn found(row: &PgRow) -> sqlx::Result<FoundIndex> {
    let kind = match (
        row.try_get("is_unique")?,
        row.try_get("nulls_not_distinct")?,
    ) {
        (false, _) => IndexKind::Plain,
        (true, false) => IndexKind::Unique,
        (true, true) => IndexKind::UniqueNullsNotDistinct,
    };
    let predicate: Option<String> = row.try_get("predicate")?;
    Ok(FoundIndex {
        table: row.try_get("table")?,
        name: row.try_get("name")?,
        is_valid: row.try_get("is_valid")?,
        index: Index {
            kind,
            method: row.try_get("method")?,
            elements: Vec::new(),
            include: Vec::new(),
            predicate: predicate.map(Expression::new),
            attributes: Attributes {
                parameters: parameters(&row.try_get::<Vec<String>, _>("parameters")?),
                tablespace: row.try_get("tablespace")?,
                clustered: row.try_get("clustered")?,
                replica_identity: row.try_get("replica_identity")?,
            },
            comment: row.try_get("comment")?,
        },
    })
}

/// Storage parameters, which Postgres keeps as `name=value`.
fn parameters(texts: &[String]) -> BTreeMap<String, String> {
    texts
        .iter()
        .filter_map(|text| text.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn add_element(row: &PgRow, indexes: &mut HashMap<Oid, FoundIndex>) -> sqlx::Result<()> {
    let Some(found) = indexes.get_mut(&row.try_get("index")?) else {
        return Ok(());
    };
    let column: Option<String> = row.try_get("column")?;
    let expression: Option<String> = row.try_get("expression")?;
    let kind = match (column, expression) {
        (Some(column), _) if row.try_get("is_included")? => {
            found.index.include.push(column);
            return Ok(());
        }
        (Some(column), _) => ElementKind::Column(column),
        (None, expression) => ElementKind::Expression(Expression::new(
            expression.ok_or_else(|| sqlx::Error::ColumnNotFound("expression".to_owned()))?,
        )),
    };
    let operator_class: Option<String> = row.try_get("operator_class")?;
    let parameters: Option<Vec<String>> = row.try_get("parameters")?;
    found.index.elements.push(Element {
        kind,
        collation: row.try_get("collation")?,
        operator_class: operator_class.map(|name| with_parameters(name, parameters)),
        descending: row.try_get("descending")?,
        nulls_first: row.try_get("nulls_first")?,
    });
    Ok(())
}

/// `gist_trgm_ops(siglen='32')`, as it is written in a statement.
fn with_parameters(name: String, parameters: Option<Vec<String>>) -> String {
    let Some(parameters) = parameters else {
        return name;
    };
    let parameters: Vec<String> = parameters
        .iter()
        .map(|text| match text.split_once('=') {
            Some((parameter, value)) => format!("{parameter}='{}'", value.replace('\'', "''")),
            None => text.clone(),
        })
        .collect();
    format!("{name}({})", parameters.join(", "))
}

/// Gives the indexes to their tables. One that is invalid enforces nothing and serves nobody, so it
/// must not pass for what the models declare.
pub(super) fn place(indexes: HashMap<Oid, FoundIndex>, draft: &mut Draft) {
    for found in indexes.into_values() {
        if !found.is_valid {
            draft.unmanaged_of_table(found.table, "invalid index", &found.name);
        } else if let Some(table) = draft.table(found.table) {
            table.indexes.insert(found.name, found.index);
        }
    }
}
