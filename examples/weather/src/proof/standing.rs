//! Which schema has how many tables: what each way back leaves.

use sqlx::PgConnection;

use super::Verdict;

/// Counts the tables of every schema, the ledger aside, and compares with what should be there: an empty schema counts, too.
pub(crate) async fn check(
    connection: &mut PgConnection,
    expected: &[(&str, i64)],
) -> sqlx::Result<Verdict> {
    let found: Vec<(String, i64)> = sqlx::query_as(
        "SELECT n.nspname::text, count(c.oid)
         FROM pg_catalog.pg_namespace AS n
         LEFT JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid AND c.relkind = 'r' AND c.relname <> 'bailiwick_migrations'
         WHERE n.nspname <> 'information_schema' AND NOT pg_catalog.starts_with(n.nspname::text, 'pg_')
         GROUP BY 1 ORDER BY 1",
    )
    .fetch_all(connection)
    .await?;
    let told: Vec<String> = found
        .iter()
        .map(|(schema, tables)| format!("{schema} {tables}"))
        .collect();
    let same = found
        .iter()
        .map(|(schema, tables)| (schema.as_str(), *tables))
        .eq(expected.iter().copied());
    Ok(if same {
        Verdict::Kept(told.join(", "))
    } else {
        Verdict::Broken(format!("{}, and not {expected:?}", told.join(", ")))
    })
}
