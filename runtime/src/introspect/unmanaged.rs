use sqlx::postgres::types::Oid;
use sqlx::{PgConnection, Row};

use super::IntrospectError;
use super::draft::Draft;

/// What belongs to a table and has a name, but no place in the catalog.
const OF_TABLES: &str = "
SELECT o.owner, o.kind, o.name FROM (
    SELECT t.tableoid AS class, t.oid, t.tgrelid AS owner, t.tgname::text AS name,
        CASE WHEN t.tgconstraint <> 0 THEN 'constraint trigger' ELSE 'trigger' END AS kind
    FROM pg_catalog.pg_trigger t WHERE NOT t.tgisinternal
    UNION ALL
    SELECT p.tableoid, p.oid, p.polrelid, p.polname::text, 'policy' FROM pg_catalog.pg_policy p
    UNION ALL
    SELECT r.tableoid, r.oid, r.ev_class, r.rulename::text, 'rule' FROM pg_catalog.pg_rewrite r
    UNION ALL
    SELECT s.tableoid, s.oid, s.stxrelid, pg_catalog.format('%s.%s', n.nspname, s.stxname), 'statistics'
    FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
) o
WHERE o.owner = ANY ($1)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e')";

/// What stands in a schema and is no managed table. Left out are what Postgres makes by itself for
/// another object (row and array types, multiranges, the sequence that a column owns) and what an
/// extension brought.
const OF_SCHEMAS: &str = "
SELECT o.owner, o.kind, o.name FROM (
    SELECT c.tableoid AS class, c.oid, c.relnamespace AS owner, c.relname::text AS name,
        CASE WHEN c.relispartition THEN 'partition'
            WHEN c.relkind = 'r' THEN 'inheritance child'
            WHEN c.relkind = 'p' THEN 'partitioned table'
            WHEN c.relkind = 'f' THEN 'foreign table'
            WHEN c.relkind = 'v' THEN 'view'
            WHEN c.relkind = 'm' THEN 'materialized view'
            WHEN c.relkind = 'S' THEN 'sequence'
            WHEN c.relkind = 'c' THEN 'composite type' END AS kind
    FROM pg_catalog.pg_class c
    WHERE c.relkind IN ('p', 'f', 'v', 'm', 'c')
        OR c.relkind = 'r' AND EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)
        OR c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
            WHERE d.classid = c.tableoid AND d.objid = c.oid AND d.refclassid = c.tableoid
                AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT p.tableoid, p.oid, p.pronamespace,
        pg_catalog.format('%s(%s)', p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
        CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
            WHEN 'w' THEN 'window function' ELSE 'function' END
    FROM pg_catalog.pg_proc p
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = p.tableoid AND d.objid = p.oid AND d.deptype = 'i')
    UNION ALL
    SELECT t.tableoid, t.oid, t.typnamespace, t.typname::text,
        CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'e' THEN 'enum' WHEN 'r' THEN 'range type'
            ELSE 'base type' END
    FROM pg_catalog.pg_type t
    WHERE t.typtype IN ('d', 'e', 'r')
        OR t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)
    UNION ALL
    SELECT x.tableoid, x.oid, x.oprnamespace,
        pg_catalog.format('%s(%s, %s)', x.oprname, NULLIF(x.oprleft, 0)::regtype, NULLIF(x.oprright, 0)::regtype),
        'operator'
    FROM pg_catalog.pg_operator x
    UNION ALL
    SELECT x.tableoid, x.oid, x.opcnamespace, pg_catalog.format('%s using %s', x.opcname, m.amname), 'operator class'
    FROM pg_catalog.pg_opclass x JOIN pg_catalog.pg_am m ON m.oid = x.opcmethod
    UNION ALL
    SELECT x.tableoid, x.oid, x.opfnamespace, pg_catalog.format('%s using %s', x.opfname, m.amname), 'operator family'
    FROM pg_catalog.pg_opfamily x JOIN pg_catalog.pg_am m ON m.oid = x.opfmethod
    UNION ALL
    SELECT x.tableoid, x.oid, x.collnamespace, x.collname::text, 'collation' FROM pg_catalog.pg_collation x
    UNION ALL
    SELECT x.tableoid, x.oid, x.connamespace, x.conname::text, 'conversion' FROM pg_catalog.pg_conversion x
    UNION ALL
    SELECT x.tableoid, x.oid, x.cfgnamespace, x.cfgname::text, 'text search configuration'
    FROM pg_catalog.pg_ts_config x
    UNION ALL
    SELECT x.tableoid, x.oid, x.dictnamespace, x.dictname::text, 'text search dictionary'
    FROM pg_catalog.pg_ts_dict x
    UNION ALL
    SELECT x.tableoid, x.oid, x.prsnamespace, x.prsname::text, 'text search parser'
    FROM pg_catalog.pg_ts_parser x
    UNION ALL
    SELECT x.tableoid, x.oid, x.tmplnamespace, x.tmplname::text, 'text search template'
    FROM pg_catalog.pg_ts_template x
) o
WHERE o.owner = ANY ($1)
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
      WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e')";

/// Lists triggers, policies, rules and statistics with their tables.
pub(super) async fn read_of_tables(
    connection: &mut PgConnection,
    draft: &mut Draft,
) -> Result<(), IntrospectError> {
    for (table, kind, name) in read(connection, OF_TABLES, draft.table_oids()).await? {
        draft.unmanaged_of_table(table, kind, &name);
    }
    Ok(())
}

/// Lists views, functions, types and so on with their schemas.
pub(super) async fn read_of_schemas(
    connection: &mut PgConnection,
    draft: &mut Draft,
) -> Result<(), IntrospectError> {
    for (schema, kind, name) in read(connection, OF_SCHEMAS, draft.schema_oids()).await? {
        draft.unmanaged_of_schema(schema, kind, name);
    }
    Ok(())
}

async fn read(
    connection: &mut PgConnection,
    query: &'static str,
    owners: Vec<Oid>,
) -> Result<Vec<(Oid, String, String)>, IntrospectError> {
    let reading = || IntrospectError::reading("unmanaged objects");
    sqlx::query(query)
        .bind(owners)
        .fetch_all(connection)
        .await
        .map_err(reading())?
        .iter()
        .map(|row| {
            Ok((
                row.try_get("owner")?,
                row.try_get("kind")?,
                row.try_get("name")?,
            ))
        })
        .collect::<sqlx::Result<_>>()
        .map_err(reading())
}
