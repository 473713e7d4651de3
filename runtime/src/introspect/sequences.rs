use sqlx::postgres::types::Oid;
use sqlx::{PgConnection, Row};

use super::IntrospectError;
use super::draft::Draft;

/// The sequences that columns own, with what a serial or an identity would not say of them.
const QUERY: &str = "
SELECT d.refobjid AS \"table\", a.attname::text AS column, s.relname::text AS name,
    q.seqtypid <> a.atttypid OR q.seqstart <> 1 OR q.seqincrement <> 1 OR q.seqmin <> 1
        OR q.seqmax <> CASE q.seqtypid WHEN 'int2'::regtype THEN 32767
            WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END
        OR q.seqcache <> 1 OR q.seqcycle OR s.relpersistence <> c.relpersistence AS has_options
FROM pg_catalog.pg_depend d
JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
  AND d.deptype IN ('a', 'i') AND d.refobjid = ANY ($1)";

/// Lists what the columns do not tell of their sequences: options, and sequences that are owned but
/// not the default.
pub(super) async fn read(
    connection: &mut PgConnection,
    draft: &mut Draft,
) -> Result<(), IntrospectError> {
    let reading = || IntrospectError::reading("sequences");
    let rows = sqlx::query(QUERY)
        .bind(draft.table_oids())
        .fetch_all(connection)
        .await
        .map_err(reading())?;
    for row in rows {
        let table: Oid = row.try_get("table").map_err(reading())?;
        let column: &str = row.try_get("column").map_err(reading())?;
        let name: &str = row.try_get("name").map_err(reading())?;
        let has_options: bool = row.try_get("has_options").map_err(reading())?;
        let is_its_default = draft
            .table(table)
            .and_then(|table| table.column(column))
            .is_some_and(|column| column.default.sequence() == Some(name));
        if !is_its_default {
            draft.unmanaged_of_table(table, "sequence", name);
        } else if has_options {
            draft.unmanaged_of_table(table, "sequence options", name);
        }
    }
    Ok(())
}
