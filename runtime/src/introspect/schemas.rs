use sqlx::{PgConnection, Row};

use super::draft::Draft;
use super::{IntrospectError, Scope};
use crate::catalog::Schema;

/// Names that begin with `pg_` are the system's, temporary schemas among them.
const QUERY: &str = "
SELECT n.oid, n.nspname::text AS name, pg_catalog.obj_description(n.oid, 'pg_namespace') AS comment
FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND CASE WHEN $1::text[] IS NULL
        THEN NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
            WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')
        ELSE n.nspname = ANY ($1) END";

pub(super) async fn read(
    connection: &mut PgConnection,
    scope: &Scope,
) -> Result<Draft, IntrospectError> {
    let reading = || IntrospectError::reading("schemas");
    let rows = sqlx::query(QUERY)
        .bind(scope.named())
        .fetch_all(connection)
        .await
        .map_err(reading())?;
    let mut draft = Draft::default();
    for row in rows {
        let schema = Schema {
            comment: row.try_get("comment").map_err(reading())?,
            ..Schema::default()
        };
        draft.add_schema(
            row.try_get("oid").map_err(reading())?,
            row.try_get("name").map_err(reading())?,
            schema,
        );
    }
    Ok(draft)
}
