//! That every constraint and index of the owned schemas has the name that the convention gives it.
//!
//! The names are put together here by Postgres from its own catalog, not taken from the models: so the
//! models, too, are put to the test.

use bailiwick::Catalog;
use sqlx::PgConnection;
use weather::models::WeatherAi;

use super::Verdict;

const NAMES: &str = r"
WITH columns AS (
    SELECT attrelid, attnum, attname::text FROM pg_catalog.pg_attribute
), constraints AS (
    SELECT c.conname::text AS name, c.contype::text AS kind, t.relname::text AS table_name, r.relname::text AS referred,
           (SELECT string_agg(columns.attname, '_' ORDER BY key.position)
            FROM unnest(c.conkey) WITH ORDINALITY AS key (attnum, position)
            JOIN columns ON columns.attrelid = c.conrelid AND columns.attnum = key.attnum) AS key_columns
    FROM pg_catalog.pg_constraint AS c
    JOIN pg_catalog.pg_class AS t ON t.oid = c.conrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
    LEFT JOIN pg_catalog.pg_class AS r ON r.oid = c.confrelid
    WHERE n.nspname = ANY ($1) AND c.contype <> 'n'
), indexes AS (
    SELECT i.relname::text AS name, t.relname::text AS table_name,
           (SELECT string_agg(columns.attname, '_' ORDER BY key.position)
            FROM unnest(x.indkey) WITH ORDINALITY AS key (attnum, position)
            JOIN columns ON columns.attrelid = x.indrelid AND columns.attnum = key.attnum
            WHERE key.position <= x.indnkeyatts) AS key_columns
    FROM pg_catalog.pg_index AS x
    JOIN pg_catalog.pg_class AS i ON i.oid = x.indexrelid
    JOIN pg_catalog.pg_class AS t ON t.oid = x.indrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = t.relnamespace
    WHERE n.nspname = ANY ($1)
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint AS c WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x'))
)
SELECT 'constraint', name, CASE kind
           WHEN 'p' THEN 'pk_' || table_name
           WHEN 'u' THEN 'uq_' || table_name || '_' || key_columns
           WHEN 'f' THEN 'fk_' || table_name || '_' || key_columns || '_' || referred
           -- A check says in its own words what it forbids: the convention fixes how the name begins.
           WHEN 'c' THEN CASE WHEN starts_with(name, 'ck_' || table_name || '_') THEN name ELSE 'ck_' || table_name || '_..' END
           ELSE kind
       END
FROM constraints
UNION ALL
SELECT 'index', name, 'ix_' || table_name || '_' || key_columns FROM indexes
ORDER BY 1, 2";

/// Compares each name with what the convention makes of its table and columns.
pub(crate) async fn check(connection: &mut PgConnection) -> sqlx::Result<Verdict> {
    let schemas: Vec<&str> = WeatherAi::CATALOG
        .schemas
        .iter()
        .map(|schema| schema.name)
        .collect();
    let names: Vec<(String, String, String)> = sqlx::query_as(NAMES)
        .bind(schemas)
        .fetch_all(connection)
        .await?;
    let wrong: Vec<String> = names
        .iter()
        .filter(|(_, name, convention)| name != convention)
        .map(|(kind, name, convention)| format!("the {kind} {name} should be {convention}"))
        .collect();
    let constraints = names
        .iter()
        .filter(|(kind, ..)| kind == "constraint")
        .count();
    Ok(Verdict::unless(&wrong, || {
        format!(
            "{constraints} constraints, {} other indexes",
            names.len() - constraints
        )
    }))
}
