use super::{literal, quoted};
use crate::catalog::QualifiedName;

pub(crate) fn create_schema(name: &str) -> String {
    format!("CREATE SCHEMA {}", quoted(name))
}

/// Without CASCADE, always: it would take views and functions of other schemas along.
pub(crate) fn drop_schema(name: &str) -> String {
    format!("DROP SCHEMA {}", quoted(name))
}

/// Lets whoever may use one of the tables, and whoever owns one, use their schema as well. A table's
/// grants move with it, the right to look into the schema does not; without it every reader gets 42501.
///
/// Who that is differs from one database to the next, so the statement finds it out where it runs.
pub(crate) fn grant_usage(schema: &str, tables: &[QualifiedName]) -> String {
    let tables: Vec<String> = tables
        .iter()
        .map(|table| format!("{}::pg_catalog.regclass", literal(&table.sql())))
        .collect();
    format!(
        "DO $grant$
DECLARE
    who text;
BEGIN
    FOR who IN
        WITH moved AS (
            SELECT oid, relowner, relacl FROM pg_catalog.pg_class WHERE oid IN ({tables})
        ), users (role) AS (
            SELECT relowner FROM moved
            UNION
            SELECT held.grantee FROM moved, LATERAL pg_catalog.aclexplode(relacl) AS held
            UNION
            SELECT held.grantee FROM moved
                JOIN pg_catalog.pg_attribute ON attrelid = moved.oid,
                LATERAL pg_catalog.aclexplode(attacl) AS held
        )
        SELECT CASE role WHEN 0 THEN 'PUBLIC'
            ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(role)) END
        FROM users, pg_catalog.pg_namespace AS schema
        WHERE schema.nspname = {schema_literal} AND role <> schema.nspowner
            AND NOT EXISTS (
                SELECT FROM pg_catalog.aclexplode(schema.nspacl) AS held
                WHERE held.privilege_type = 'USAGE' AND held.grantee = role)
        ORDER BY 1
    LOOP
        EXECUTE 'GRANT USAGE ON SCHEMA {schema_name} TO ' || who;
    END LOOP;
END
$grant$",
        tables = tables.join(", "),
        schema_literal = literal(schema),
        schema_name = quoted(schema).replace('\'', "''"),
    )
}
