//! That the application works on the moved tables: through the models, under the new names and the old.

use bailiwick::prelude::*;
use sqlx::PgConnection;
use uuid::{Uuid, uuid};
use weather::models::core::{IngestJob, Location, NewIngestJob, ObservationHourly, User};
use weather::models::rag::{
    Document, DocumentChunk, NewDocument, NewPromptVersion, PromptVersion, RagDocument,
    RagDocumentChunk,
};

use super::Verdict;
use crate::report::Report;

/// The first document of the seed.
const DOCUMENT: Uuid = uuid!("2bae8cd4-7edb-110a-139a-613c4fa6cbbc");

/// Runs each kind of query once, and leaves the rows as they were.
///
/// What it inserts has keys of its own or goes into the new tables: no sequence of an old table moves on.
pub(crate) async fn check(
    connection: &mut PgConnection,
    report: &mut Report,
) -> bailiwick::Result<()> {
    report.proof("find", find(connection).await?);
    report.proof("by a unique key", by_unique_key(connection).await?);
    report.proof("filter and order", filtered(connection).await?);
    report.proof("insert, delete", inserted_and_deleted(connection).await?);
    report.proof("update, upsert, join", prompts(connection).await?);
    report.proof("the names of before", former_names(connection).await?);
    Ok(())
}

async fn find(connection: &mut PgConnection) -> bailiwick::Result<Verdict> {
    let document = Document::find(&mut *connection, DOCUMENT).await?;
    let nowhere = Location::find(&mut *connection, 500).await?;
    let nobody = User::find(&mut *connection, 0).await?;
    Ok(match (document, nowhere, nobody) {
        (Some(document), Some(nowhere), None)
            if document.source_id == "Merkblätter/1" && nowhere.lat.is_nan() =>
        {
            Verdict::Kept(format!(
                "{}, and a latitude that is NaN",
                document.source_id
            ))
        }
        other => Verdict::Broken(format!("{other:?}")),
    })
}

async fn by_unique_key(connection: &mut PgConnection) -> bailiwick::Result<Verdict> {
    let chunk = DocumentChunk::by(DocumentChunk::UQ_DOCUMENT_ID_IDX, (DOCUMENT, 3))
        .fetch_one(connection)
        .await?;
    Ok(
        if chunk.document_id == DOCUMENT
            && chunk.idx == 3
            && chunk.content.starts_with("Piece 3 of document 1:")
        {
            Verdict::Kept(format!("piece {} of {}", chunk.idx, chunk.document_id))
        } else {
            Verdict::Broken(format!("{chunk:?}"))
        },
    )
}

async fn filtered(connection: &mut PgConnection) -> bailiwick::Result<Verdict> {
    let windy = ObservationHourly::select()
        .filter(|observation| {
            observation
                .location_id
                .eq(7)
                .and(observation.wind_kph.ge(100.0))
        })
        .order_by(|observation| observation.observed_at.desc());
    let count = windy.clone().count(&mut *connection).await?;
    let latest = windy.limit(5).fetch_all(&mut *connection).await?;
    let ordered = latest.is_sorted_by(|left, right| left.observed_at > right.observed_at);
    let matching = latest
        .iter()
        .all(|row| row.location_id == 7 && row.wind_kph >= Some(100.0));
    Ok(if count > 5 && latest.len() == 5 && ordered && matching {
        Verdict::Kept(format!("the latest 5 of {count} windy hours at location 7"))
    } else {
        Verdict::Broken(format!("{count} rows, of which {latest:?}"))
    })
}

async fn inserted_and_deleted(connection: &mut PgConnection) -> bailiwick::Result<Verdict> {
    let new = NewDocument {
        id: Uuid::new_v4(),
        source_id: "handbook/it's \"new\" \\ 新".to_owned(),
    };
    let inserted = Document::insert(&new).fetch_one(&mut *connection).await?;
    let found = Document::find(&mut *connection, new.id).await?;
    let deleted = Document::delete(&mut *connection, new.id).await?;
    let again = Document::delete(&mut *connection, new.id).await?;
    Ok(
        if inserted.source_id == new.source_id
            && found.as_ref() == Some(&inserted)
            && deleted
            && !again
        {
            Verdict::Kept(format!(
                "a document, dated by the database {}",
                inserted.created_at.format("%F")
            ))
        } else {
            Verdict::Broken(format!(
                "inserted {inserted:?}, found {found:?}, deleted {deleted}, then {again}"
            ))
        },
    )
}

/// The tables of the third phase, and the foreign key from `rag` to `core`.
async fn prompts(connection: &mut PgConnection) -> bailiwick::Result<Verdict> {
    let job = NewIngestJob {
        requested_by: 17,
        source: "handbook".to_owned(),
        finished_at: None,
        error_message: None,
    };
    let mut job = IngestJob::insert(&job).fetch_one(&mut *connection).await?;
    job.documents_done += 1;
    let job = job.update(&mut *connection).await?;

    let mut prompt = NewPromptVersion {
        name: "digest".to_owned(),
        version: 1,
        template: "Say what the weather will be.".to_owned(),
        created_by: 17,
    };
    let key = PromptVersion::UQ_NAME_VERSION;
    let first = PromptVersion::upsert(key, &prompt)
        .fetch_one(&mut *connection)
        .await?;
    prompt.template.push_str(" In one sentence.");
    let second = PromptVersion::upsert(key, &prompt)
        .fetch_one(&mut *connection)
        .await?;

    let authors = PromptVersion::select()
        .join::<User>(|prompt, user| prompt.created_by.eq_column(user.id))
        .filter(|(prompt, _)| prompt.name.eq("digest"))
        .fetch_all(&mut *connection)
        .await?;

    PromptVersion::delete(&mut *connection, first.id).await?;
    if let Some(job) = &job {
        IngestJob::delete(&mut *connection, job.id).await?;
    }

    let upserted = first.id == second.id && second.template == prompt.template;
    Ok(match (&job, &authors[..]) {
        (Some(job), [(joined, author)])
            if job.documents_done == 1 && upserted && *joined == second && author.id == 17 =>
        {
            Verdict::Kept(format!(
                "rag.prompt_versions with core.users: version {} is by {}",
                joined.version, author.email
            ))
        }
        other => Verdict::Broken(format!("{first:?}, then {second:?}, and {other:?}")),
    })
}

/// Code that still says `RagDocument` compiles and finds the same rows.
async fn former_names(connection: &mut PgConnection) -> bailiwick::Result<Verdict> {
    let pieces = RagDocument::select()
        .join::<RagDocumentChunk>(|document, chunk| chunk.document_id.eq_column(document.id))
        .filter(|(document, chunk)| document.source_id.eq("Merkblätter/1").and(chunk.idx.lt(10)))
        .order_by(|(_, chunk)| chunk.idx)
        .fetch_all(connection)
        .await?;
    let numbers: Vec<i32> = pieces.iter().map(|(_, chunk)| chunk.idx).collect();
    Ok(if numbers.iter().copied().eq(0..10) {
        Verdict::Kept(format!(
            "RagDocument with RagDocumentChunk: {} pieces",
            numbers.len()
        ))
    } else {
        Verdict::Broken(format!("the pieces {numbers:?}"))
    })
}
