use bailiwick::prelude::*;
use uuid::Uuid;

use crate::fixture::{chunk, database, document, location, number};
use crate::models::{Document, DocumentChunk, Location, LocationMember, Tag};

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_found_by_its_primary_key() {
    let (_database, pool) = database().await;
    let written = document(&pool, "a", None).await;
    document(&pool, "b", None).await;

    assert_eq!(
        Document::find(&pool, written.id).await.unwrap(),
        Some(written)
    );
    assert_eq!(Document::find(&pool, Uuid::nil()).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn any_executor_will_do() {
    let (_database, pool) = database().await;
    let kept = document(&pool, "kept", None).await;

    let mut connection = pool.acquire().await.unwrap();
    assert_eq!(
        Document::find(&mut *connection, kept.id).await.unwrap(),
        Some(kept.clone())
    );

    drop(connection);

    let mut transaction = pool.begin().await.unwrap();
    assert!(Document::delete(&mut *transaction, kept.id).await.unwrap());
    assert_eq!(
        Document::find(&mut *transaction, kept.id).await.unwrap(),
        None
    );
    transaction.rollback().await.unwrap();
    assert_eq!(Document::find(&pool, kept.id).await.unwrap(), Some(kept));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_can_be_spawned() {
    let (_database, pool) = database().await;
    let written = document(&pool, "a", None).await;
    let id = written.id;
    let found = tokio::spawn(async move { Document::find(&pool, id).await })
        .await
        .unwrap();
    assert_eq!(found.unwrap(), Some(written));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_rows_are_found_by_their_primary_keys() {
    let (_database, pool) = database().await;
    let first = document(&pool, "a", None).await;
    let second = document(&pool, "b", None).await;
    document(&pool, "c", None).await;

    let keys = [second.id, Uuid::nil(), first.id];
    let mut found = Document::find_many(&pool, &keys).await.unwrap();
    found.sort_by(|left, right| left.source_id.cmp(&right.source_id));
    assert_eq!(found, [first, second]);
    assert_eq!(Document::find_many(&pool, &[]).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_found_by_a_unique_key_of_two_columns() {
    let (_database, pool) = database().await;
    let document = document(&pool, "a", None).await;
    chunk(&pool, &document, 2).await;
    let third = chunk(&pool, &document, 3).await;

    let by_pair = DocumentChunk::by(DocumentChunk::UQ_DOCUMENT_ID_IDX, (document.id, 3));
    assert_eq!(
        by_pair.sql(),
        "SELECT \"id\", \"document_id\", \"idx\", \"content\" FROM \"rag\".\"document_chunks\" \
         WHERE \"document_id\" = $1 AND \"idx\" = $2"
    );
    assert_eq!(by_pair.fetch_one(&pool).await.unwrap(), third);
    let absent = DocumentChunk::by(DocumentChunk::UQ_DOCUMENT_ID_IDX, (document.id, 4));
    assert_eq!(absent.fetch_optional(&pool).await.unwrap(), None);
    assert_eq!(
        DocumentChunk::UQ_DOCUMENT_ID_IDX.name(),
        "uq_document_chunks_document_id_idx"
    );
    assert_eq!(
        DocumentChunk::UQ_DOCUMENT_ID_IDX.columns(),
        ["document_id", "idx"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn text_keys_take_plain_text() {
    let (_database, pool) = database().await;
    let written = document(&pool, "quoted ' \" é", None).await;
    let found = Document::by(Document::UQ_SOURCE_ID, "quoted ' \" é")
        .fetch_one(&pool)
        .await;
    assert_eq!(found.unwrap(), written);

    Tag::insert(&Tag {
        name: "rain".to_owned(),
    })
    .execute(&pool)
    .await
    .unwrap();
    let found = Tag::find(&pool, "rain").await.unwrap();
    assert_eq!(
        found,
        Some(Tag {
            name: "rain".to_owned()
        })
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_writes_every_column_of_the_one_row() {
    let (_database, pool) = database().await;
    let place = location(&pool, "Bern", None).await;
    let mut changed = document(&pool, "a", None).await;
    let other = document(&pool, "b", None).await;
    changed.title = Some("Föhn".to_owned());
    changed.location_id = Some(place.id);
    changed.created_at = "1999-12-31T23:59:59.123456".parse().unwrap();

    assert_eq!(changed.update(&pool).await.unwrap(), Some(changed.clone()));
    assert_eq!(
        Document::find(&pool, changed.id).await.unwrap(),
        Some(changed)
    );
    assert_eq!(
        Document::find(&pool, other.id).await.unwrap(),
        Some(other.clone())
    );

    let gone = Document {
        id: Uuid::new_v4(),
        ..other
    };
    assert_eq!(gone.update(&pool).await.unwrap(), None);
    assert_eq!(number(&pool, "SELECT count(*) FROM rag.documents").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_of_several_columns_finds_updates_and_deletes() {
    let (_database, pool) = database().await;
    let place = location(&pool, "Bern", None).await;
    for user in ["ada", "bo"] {
        let member = LocationMember {
            location_id: place.id,
            user_name: user.to_owned(),
            role: "reader".to_owned(),
        };
        LocationMember::insert(&member)
            .execute(&pool)
            .await
            .unwrap();
    }
    let key = (place.id, "ada".to_owned());
    let mut ada = LocationMember::find(&pool, key.clone())
        .await
        .unwrap()
        .unwrap();
    ada.role = "owner".to_owned();
    assert_eq!(ada.update(&pool).await.unwrap(), Some(ada));
    let owners =
        "SELECT count(*) FROM core.location_members WHERE role = 'owner' AND user_name = 'ada'";
    assert_eq!(number(&pool, owners).await, 1);

    assert!(LocationMember::delete(&pool, key.clone()).await.unwrap());
    assert!(!LocationMember::delete(&pool, key).await.unwrap());
    assert_eq!(
        number(&pool, "SELECT count(*) FROM core.location_members").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn updating_a_row_that_is_nothing_but_its_key_says_whether_it_is_there() {
    let (_database, pool) = database().await;
    let tag = Tag {
        name: "rain".to_owned(),
    };
    assert_eq!(tag.update(&pool).await.unwrap(), None);
    Tag::insert(&tag).execute(&pool).await.unwrap();
    assert_eq!(tag.update(&pool).await.unwrap(), Some(tag));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delete_says_whether_a_row_was_there() {
    let (_database, pool) = database().await;
    let place = location(&pool, "Bern", Some(540.0)).await;
    assert!(Location::delete(&pool, place.id).await.unwrap());
    assert!(!Location::delete(&pool, place.id).await.unwrap());
    assert_eq!(
        number(&pool, "SELECT count(*) FROM core.locations").await,
        0
    );
}
