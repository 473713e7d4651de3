//! That `up` stops before it has changed anything, where the data does not allow what is to come.

use std::error::Error;

use bailiwick::runner::{Fault, Finding, RunError};
use sqlx::Connection;

use super::Verdict;
use super::listing::Listing;
use crate::database::Database;
use crate::migrations::Migrations;
use crate::report::Report;

/// Takes away what `duplicates.sql` has put there.
const CLEAN: &str = "
    DELETE FROM public.rag_document_chunks AS duplicate
    USING public.rag_document_chunks AS original, generate_series(1, 2) AS copy
    WHERE duplicate.id = md5('copy ' || copy || ' of ' || original.id)::uuid";

/// Copies pieces of documents, tries to migrate, looks at what has changed, and removes the copies.
pub(crate) async fn check(
    database: &Database,
    migrations: &Migrations,
    report: &Report,
) -> Result<Verdict, Box<dyn Error>> {
    let mut connection = database.connect().await?;
    weather::seed::load_duplicates(&mut connection).await?;
    let before = Listing::read(&mut connection).await?;
    connection.close().await?;

    let attempt = migrations.up(database, report).await;

    let mut connection = database.connect().await?;
    let after = Listing::read(&mut connection).await?;
    sqlx::query(CLEAN).execute(&mut connection).await?;
    connection.close().await?;

    let error = match attempt {
        Ok(()) => {
            return Ok(Verdict::Broken(
                "`up` went on in spite of the duplicates".to_owned(),
            ));
        }
        Err(error) => error,
    };
    Ok(match (duplicates(error.as_ref()), before.verdict(&after)) {
        (_, Verdict::Broken(changes)) => {
            Verdict::Broken(format!("`up` was refused, but {changes}"))
        }
        (None, _) => Verdict::Broken(format!(
            "`up` was refused, but not for the duplicates: {error}"
        )),
        (Some((keys, listed)), Verdict::Kept(objects)) => Verdict::Kept(format!(
            "{keys} keys are there more than once, {listed} of them listed; {objects}"
        )),
    })
}

/// How many keys are in the way, and how many of them the error lists.
fn duplicates(error: &(dyn Error + 'static)) -> Option<(u64, usize)> {
    let Fault::Preflight(findings) = error.downcast_ref::<RunError>()?.fault.as_ref() else {
        return None;
    };
    match &findings[..] {
        [Finding::Rows { rows, total, .. }] => Some((*total, rows.len())),
        _ => None,
    }
}
