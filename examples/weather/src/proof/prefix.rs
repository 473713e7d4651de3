//! That no table carries its schema's name any more.

use sqlx::PgConnection;

use super::Verdict;

/// Looks for tables with the prefix `rag_`, in every schema.
pub(crate) async fn check(connection: &mut PgConnection) -> sqlx::Result<Verdict> {
    let all: Vec<(String, bool)> = sqlx::query_as(
        "SELECT pg_catalog.format('%I.%I', n.nspname, c.relname), pg_catalog.starts_with(c.relname::text, 'rag_')
         FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
           AND n.nspname <> 'information_schema' AND NOT pg_catalog.starts_with(n.nspname::text, 'pg_')
         ORDER BY 1",
    )
    .fetch_all(connection)
    .await?;
    let prefixed: Vec<String> = all
        .iter()
        .filter(|(_, prefixed)| *prefixed)
        .map(|(name, _)| name.clone())
        .collect();
    Ok(Verdict::unless(&prefixed, || {
        format!("{} tables in all schemas, none with the prefix", all.len())
    }))
}
