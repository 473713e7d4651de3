use std::collections::BTreeMap;

use sqlx::PgConnection;

use super::IntrospectError;

/// `plpgsql` is in every database from the start: nobody declares it.
const QUERY: &str = "
SELECT e.extname::text, n.nspname::text
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'";

/// The schema of each extension.
pub(super) async fn read(
    connection: &mut PgConnection,
) -> Result<BTreeMap<String, String>, IntrospectError> {
    let rows: Vec<(String, String)> = sqlx::query_as(QUERY)
        .fetch_all(connection)
        .await
        .map_err(IntrospectError::reading("extensions"))?;
    Ok(rows.into_iter().collect())
}
