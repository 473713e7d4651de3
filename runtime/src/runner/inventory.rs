use std::collections::BTreeMap;

use sqlx::postgres::PgConnection;

use crate::catalog::QualifiedName;

use super::session::{rows, value};

/// What stands in the database, and what the role may do with it.
#[derive(Debug, Clone, Default)]
pub(super) struct Inventory {
    pub(super) role: String,
    pub(super) database: String,
    pub(super) creates_schemas: bool,
    pub(super) schemas: BTreeMap<String, SchemaFacts>,
    pub(super) relations: BTreeMap<QualifiedName, Relation>,
    pub(super) extensions: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
pub(super) struct SchemaFacts {
    pub(super) may_create: bool,
}

/// A table, index, sequence, view or type: they share one space of names.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) kind: String,
    pub(super) owner: String,
    pub(super) is_ours: bool,
    /// The table that an index or an owned sequence belongs to, and moves with.
    pub(super) table: Option<QualifiedName>,
    /// Whether it is an index whose concurrent build or removal has not come to its end.
    pub(super) is_half_built: bool,
}

impl Inventory {
    pub(super) async fn read(connection: &mut PgConnection) -> Result<Self, sqlx::Error> {
        let mut inventory = Self {
            role: value(connection, "SELECT current_user")
                .await?
                .unwrap_or_default(),
            database: value(connection, "SELECT pg_catalog.current_database()")
                .await?
                .unwrap_or_default(),
            ..Self::default()
        };
        let facts = rows(
            connection,
            "SELECT NULL, pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE') \
             UNION ALL SELECT nspname, pg_catalog.has_schema_privilege(oid, 'CREATE') \
             FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_'",
        )
        .await?;
        for row in facts {
            let may_create = row.get(1).cloned().flatten().as_deref() == Some("t");
            match row.into_iter().next().flatten() {
                None => inventory.creates_schemas = may_create,
                Some(schema) => {
                    inventory.schemas.insert(schema, SchemaFacts { may_create });
                }
            }
        }
        let found = rows(
            connection,
            "SELECT n.nspname, c.relname, \
             CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' \
             WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' \
             WHEN 'f' THEN 'foreign table' ELSE 'type' END, \
             pg_catalog.pg_get_userbyid(c.relowner), pg_catalog.pg_has_role(c.relowner, 'USAGE'), tn.nspname, t.relname, \
             NOT coalesce(i.indisvalid, true) \
             FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace \
             LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid \
             LEFT JOIN pg_catalog.pg_depend AS d ON c.relkind = 'S' AND d.objid = c.oid AND d.deptype IN ('a', 'i') \
             AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid \
             LEFT JOIN pg_catalog.pg_class AS t ON t.oid = coalesce(i.indrelid, d.refobjid) \
             LEFT JOIN pg_catalog.pg_namespace AS tn ON tn.oid = t.relnamespace \
             WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",
        )
        .await?;
        for row in found {
            let Ok(
                [
                    schema,
                    name,
                    kind,
                    owner,
                    ours,
                    table_schema,
                    table,
                    half_built,
                ],
            ) = <[Option<String>; 8]>::try_from(row)
            else {
                continue;
            };
            let (Some(schema), Some(name), Some(kind), Some(owner)) = (schema, name, kind, owner)
            else {
                continue;
            };
            let relation = Relation {
                kind,
                owner,
                is_ours: ours.as_deref() == Some("t"),
                table: table_schema
                    .zip(table)
                    .map(|(schema, name)| QualifiedName { schema, name }),
                is_half_built: half_built.as_deref() == Some("t"),
            };
            inventory
                .relations
                .insert(QualifiedName { schema, name }, relation);
        }
        let extensions = rows(
            connection,
            "SELECT e.extname, n.nspname FROM pg_catalog.pg_extension AS e \
             JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace",
        )
        .await?;
        for row in extensions {
            if let Ok([Some(name), Some(schema)]) = <[Option<String>; 2]>::try_from(row) {
                inventory.extensions.insert(name, schema);
            }
        }
        Ok(inventory)
    }
}
