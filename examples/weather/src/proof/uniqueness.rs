//! That a piece of a document is there once.

use sqlx::{Connection, PgConnection};

use super::Verdict;

/// The SQLSTATE of a broken unique constraint.
const UNIQUE_VIOLATION: &str = "23505";

/// Copies a piece under a new id, as the old schema let anybody do.
pub(crate) async fn check(connection: &mut PgConnection) -> sqlx::Result<Verdict> {
    let mut transaction = connection.begin().await?;
    let copied = sqlx::query(
        "INSERT INTO rag.document_chunks (id, document_id, idx, content, content_hash)
         SELECT gen_random_uuid(), document_id, idx, content, content_hash FROM rag.document_chunks LIMIT 1",
    )
    .execute(&mut *transaction)
    .await;
    transaction.rollback().await?;
    let refusal = match copied {
        Ok(_) => {
            return Ok(Verdict::Broken(
                "a second copy of a piece went in".to_owned(),
            ));
        }
        Err(sqlx::Error::Database(refusal)) => refusal,
        Err(other) => return Err(other),
    };
    let (state, constraint) = (
        refusal.code().unwrap_or_default(),
        refusal.constraint().unwrap_or_default(),
    );
    Ok(
        if state == UNIQUE_VIOLATION && constraint == "uq_document_chunks_document_id_idx" {
            Verdict::Kept(format!(
                "a duplicate is refused with {state} by {constraint}"
            ))
        } else {
            Verdict::Broken(format!(
                "a duplicate was refused, but with {state} by {constraint:?}: {refusal}"
            ))
        },
    )
}
