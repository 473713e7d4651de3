use bailiwick::prelude::*;
use uuid::Uuid;

use crate::fixture::{chunk, database, document, number};
use crate::models::{DocumentChunk, Location, NewLocation};

#[tokio::test(flavor = "multi_thread")]
async fn an_insert_returns_what_the_database_filled() {
    let (_database, pool) = database().await;
    let new = NewLocation {
        name: "Zürich".to_owned(),
        elevation_m: Some(408.5),
        active: true,
    };
    let first = Location::insert(&new).fetch_one(&pool).await.unwrap();
    assert_eq!(
        first,
        Location {
            id: 1,
            name: "Zürich".to_owned(),
            elevation_m: Some(408.5),
            active: true
        }
    );
    let document = document(&pool, "a", Some(first.id)).await;
    let age = "SELECT count(*) FROM rag.documents WHERE now() - created_at < interval '1 minute'";
    assert_eq!(number(&pool, age).await, 1);
    assert_eq!(document.location_id, Some(1));
    assert_eq!(document.title, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_insert_can_leave_the_row_where_it_is() {
    let (_database, pool) = database().await;
    let new = NewLocation {
        name: "Bern".to_owned(),
        elevation_m: None,
        active: false,
    };
    let insert = Location::insert(&new);
    assert_eq!(
        insert.sql(),
        "INSERT INTO \"core\".\"locations\" (\"name\", \"elevation_m\", \"active\") \
         VALUES ($1, $2, $3) RETURNING \"id\", \"name\", \"elevation_m\", \"active\""
    );
    assert_eq!(insert.execute(&pool).await.unwrap(), 1);
    let there = "SELECT count(*) FROM core.locations WHERE elevation_m IS NULL AND NOT active";
    assert_eq!(number(&pool, there).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upsert_inserts_and_then_updates_the_row_of_that_key() {
    let (_database, pool) = database().await;
    let document = document(&pool, "a", None).await;
    let untouched = chunk(&pool, &document, 0).await;
    let mut new = DocumentChunk {
        id: Uuid::new_v4(),
        document_id: document.id,
        idx: 1,
        content: "first".to_owned(),
    };
    let key = DocumentChunk::UQ_DOCUMENT_ID_IDX;
    assert_eq!(
        DocumentChunk::upsert(key, &new)
            .execute(&pool)
            .await
            .unwrap(),
        1
    );
    new.content = "second".to_owned();
    assert_eq!(
        DocumentChunk::upsert(key, &new)
            .fetch_one(&pool)
            .await
            .unwrap(),
        new
    );

    let mut all = DocumentChunk::select()
        .order_by(|c| c.idx)
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(all.pop(), Some(new));
    assert_eq!(all.pop(), Some(untouched));
    assert_eq!(all.pop(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upsert_by_one_key_still_fails_on_another() {
    let (_database, pool) = database().await;
    let document = document(&pool, "a", None).await;
    let there = chunk(&pool, &document, 0).await;
    let same_pair = DocumentChunk {
        id: Uuid::new_v4(),
        ..there
    };
    let error = DocumentChunk::upsert(DocumentChunk::PK, &same_pair)
        .execute(&pool)
        .await
        .unwrap_err();
    assert_eq!(
        error.constraint(),
        Some("uq_document_chunks_document_id_idx")
    );
}
