use bailiwick::prelude::*;
use uuid::Uuid;

use crate::fixture::{chunk, database, document, location};
use crate::models::{CoreDocument, Document, DocumentChunk, Location};

#[tokio::test(flavor = "multi_thread")]
async fn a_join_gives_pairs() {
    let (_database, pool) = database().await;
    let first = document(&pool, "a", None).await;
    let second = document(&pool, "b", None).await;
    let zero = chunk(&pool, &first, 0).await;
    let one = chunk(&pool, &first, 1).await;
    chunk(&pool, &second, 0).await;

    let select = DocumentChunk::select()
        .join::<Document>(|c, d| c.document_id.eq_column(d.id))
        .filter(|(c, d)| d.source_id.eq("a").and(c.idx.ge(0)))
        .order_by(|(c, _)| c.idx.desc())
        .limit(5);
    assert_eq!(
        select.sql(),
        "SELECT \"rag\".\"document_chunks\".\"id\", \"rag\".\"document_chunks\".\"document_id\", \
         \"rag\".\"document_chunks\".\"idx\", \"rag\".\"document_chunks\".\"content\", \
         \"rag\".\"documents\".\"id\", \"rag\".\"documents\".\"source_id\", \
         \"rag\".\"documents\".\"title\", \"rag\".\"documents\".\"location_id\", \
         \"rag\".\"documents\".\"created_at\" FROM \"rag\".\"document_chunks\" \
         JOIN \"rag\".\"documents\" \
         ON \"rag\".\"document_chunks\".\"document_id\" = \"rag\".\"documents\".\"id\" \
         WHERE (\"rag\".\"documents\".\"source_id\" = $1 AND \"rag\".\"document_chunks\".\"idx\" >= $2) \
         ORDER BY \"rag\".\"document_chunks\".\"idx\" DESC LIMIT $3"
    );
    assert_eq!(select.clone().count(&pool).await.unwrap(), 2);
    let pairs: Vec<(DocumentChunk, Document)> = select.fetch_all(&pool).await.unwrap();
    assert_eq!(pairs, [(one, first.clone()), (zero, first)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn three_tables_of_two_schemas_are_joined() {
    let (_database, pool) = database().await;
    let bern = location(&pool, "Bern", Some(540.0)).await;
    let here = document(&pool, "here", Some(bern.id)).await;
    let nowhere = document(&pool, "nowhere", None).await;
    let found = chunk(&pool, &here, 0).await;
    chunk(&pool, &nowhere, 0).await;

    let rows = DocumentChunk::select()
        .filter(|c| c.idx.eq(0))
        .join::<Document>(|c, d| c.document_id.eq_column(d.id))
        .join::<Location>(|(_, d), l| d.location_id.eq_column(l.id).and(l.active))
        .filter(|(_, _, l)| l.elevation_m.lt(1000.0))
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(rows, [(found, here, bern)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_of_one_name_in_two_schemas_are_told_apart() {
    let (_database, pool) = database().await;
    let ours = document(&pool, "a", None).await;
    let theirs = CoreDocument {
        id: ours.id,
        body: "text".to_owned(),
    };
    CoreDocument::insert(&theirs).execute(&pool).await.unwrap();
    let unrelated = CoreDocument {
        id: Uuid::new_v4(),
        body: "text".to_owned(),
    };
    CoreDocument::insert(&unrelated)
        .execute(&pool)
        .await
        .unwrap();

    let pair = Document::select()
        .join::<CoreDocument>(|d, core| d.id.eq_column(core.id))
        .filter(|(_, core)| core.body.eq("text"))
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(pair, (ours, theirs));
}
