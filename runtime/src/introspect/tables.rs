use sqlx::postgres::types::Oid;
use sqlx::{PgConnection, Row};

use super::draft::Draft;
use super::{IntrospectError, Scope};
use crate::catalog::{QualifiedName, Table};

/// Ordinary tables: partitioned ones, partitions and inheritance children are read as unmanaged.
const QUERY: &str = "
SELECT c.oid, c.relnamespace AS schema, c.relname::text AS name,
    pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
    pg_catalog.array_remove(ARRAY[
        CASE WHEN c.relpersistence = 'u' THEN 'unlogged' END,
        CASE WHEN c.relrowsecurity THEN 'row level security' END,
        CASE WHEN c.relforcerowsecurity THEN 'forced row level security' END,
        CASE WHEN c.reltablespace <> 0 THEN 'tablespace' END,
        CASE WHEN c.reloftype <> 0 THEN 'row type' END,
        CASE WHEN m.amname <> 'heap' THEN 'access method' END,
        CASE c.relreplident WHEN 'f' THEN 'replica identity full' WHEN 'n' THEN 'replica identity nothing' END
    ], NULL) AS properties,
    pg_catalog.array_cat(c.reloptions, ARRAY(
        SELECT 'toast.' || o FROM pg_catalog.unnest(t.reloptions) o)) AS parameters
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_am m ON m.oid = c.relam
LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
WHERE c.relkind = 'r' AND c.relnamespace = ANY ($1) AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')";

pub(super) async fn read(
    connection: &mut PgConnection,
    scope: &Scope,
    draft: &mut Draft,
) -> Result<(), IntrospectError> {
    let reading = || IntrospectError::reading("tables");
    let rows = sqlx::query(QUERY)
        .bind(draft.schema_oids())
        .fetch_all(connection)
        .await
        .map_err(reading())?;
    for row in rows {
        let oid: Oid = row.try_get("oid").map_err(reading())?;
        let schema: Oid = row.try_get("schema").map_err(reading())?;
        let name: String = row.try_get("name").map_err(reading())?;
        let qualified = QualifiedName::new(draft.schema_name(schema).unwrap_or_default(), &name);
        if scope.leaves_out(&qualified) {
            draft.unmanaged_of_schema(schema, "table", name);
            continue;
        }
        let table = Table {
            comment: row.try_get("comment").map_err(reading())?,
            ..Table::default()
        };
        draft.add_table(oid, schema, name, table);
        // A move keeps them all; a table made anew from the models would not have them.
        let properties: Vec<String> = row.try_get("properties").map_err(reading())?;
        for property in properties {
            draft.unmanaged_of_table(oid, "table property", &property);
        }
        let parameters: Option<Vec<String>> = row.try_get("parameters").map_err(reading())?;
        for parameter in parameters.unwrap_or_default() {
            draft.unmanaged_of_table(oid, "storage parameter", &parameter);
        }
    }
    Ok(())
}
