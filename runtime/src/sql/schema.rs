use super::{literal, quoted};
use crate::catalog::QualifiedName;

pub(crate) fn create_schema(name: &str) -> String {
    format!("CREATE SCHEMA {}", quoted(name))
}

/// Without CASCADE, always: it would take views and functions of other schemas along.
pub(crate) fn drop_schema(name: &str) -> String {
    format!("DROP SCHEMA {}", quoted(name))
}

/// Lets whoever may use one of the tables use their schema as well. A table's grants move with it,
/// the right to look into the schema does not; without it every reader gets 42501.
///
/// Who that is differs from one database to the next, so the statement finds it out where it runs.
pub(crate) fn grant_usage(schema: &str, tables: &[QualifiedName]) -> String {
    let tables: Vec<String> = tables
        .iter()
        .map(|table| format!("{}::pg_catalog.regclass", literal(&table.sql())))
        .collect();
    format!(
        "DO $grant$\n\
         DECLARE\n    \
             who text;\n\
         BEGIN\n    \
             FOR who IN\n        \
                 SELECT DISTINCT CASE privilege.grantee WHEN 0 THEN 'PUBLIC'\n            \
                     ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(privilege.grantee)) END\n        \
                 FROM pg_catalog.pg_class AS moved,\n            \
                     LATERAL pg_catalog.aclexplode(moved.relacl) AS privilege\n        \
                 WHERE moved.oid IN ({})\n            \
                     AND privilege.grantee <> moved.relowner\n            \
                     AND NOT EXISTS (\n                \
                         SELECT FROM pg_catalog.pg_namespace AS schema,\n                    \
                             LATERAL pg_catalog.aclexplode(schema.nspacl) AS held\n                \
                         WHERE schema.nspname = {schema_literal} AND held.privilege_type = 'USAGE'\n                    \
                             AND held.grantee = privilege.grantee)\n        \
                 ORDER BY 1\n    \
             LOOP\n        \
                 EXECUTE 'GRANT USAGE ON SCHEMA {schema_name} TO ' || who;\n    \
             END LOOP;\n\
         END\n\
         $grant$",
        tables.join(", "),
        schema_literal = literal(schema),
        schema_name = quoted(schema).replace('\'', "''"),
    )
}
