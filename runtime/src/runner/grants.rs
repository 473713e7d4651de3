use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use sqlx::postgres::PgConnection;

use crate::sql::{literal, quoted};

use super::session::rows;

/// A right on a schema. A file grants USAGE to whoever may use a moved table; who that is differs from one
/// database to the next, so the ledger remembers it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Grant {
    pub(super) schema: String,
    pub(super) privilege: String,
    /// `None` is everyone.
    pub(super) grantee: Option<String>,
}

/// Every right on every schema.
pub(super) async fn read(connection: &mut PgConnection) -> Result<BTreeSet<Grant>, sqlx::Error> {
    let found = rows(
        connection,
        "SELECT n.nspname, held.privilege_type, \
         CASE held.grantee WHEN 0 THEN NULL ELSE pg_catalog.pg_get_userbyid(held.grantee) END \
         FROM pg_catalog.pg_namespace AS n, LATERAL pg_catalog.aclexplode( \
         coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) AS held \
         WHERE n.nspname !~ '^pg_'",
    )
    .await?;
    Ok(found
        .into_iter()
        .filter_map(|row| {
            let [schema, privilege, grantee] = <[Option<String>; 3]>::try_from(row).ok()?;
            Some(Grant {
                schema: schema?,
                privilege: privilege?,
                grantee,
            })
        })
        .collect())
}

impl Grant {
    /// Takes the right back, where the schema and whoever has it are still there.
    pub(super) fn revoke(&self) -> String {
        let to = self
            .grantee
            .as_deref()
            .map_or_else(|| "PUBLIC".to_owned(), quoted);
        let role = self.grantee.as_deref().map_or_else(
            || "true".to_owned(),
            |name| {
                format!(
                    "EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = {})",
                    literal(name)
                )
            },
        );
        let statement = format!(
            "REVOKE {} ON SCHEMA {} FROM {to}",
            self.privilege,
            quoted(&self.schema)
        );
        let body = format!(
            "BEGIN IF {role} AND EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = {}) THEN \
             EXECUTE {}; END IF; END",
            literal(&self.schema),
            literal(&statement)
        );
        format!("DO {}", literal(&body))
    }
}
