use bailiwick::prelude::*;
use bailiwick_tests::TestDatabase;
use sqlx::postgres::PgPool;
use uuid::Uuid;

use crate::models::{Document, DocumentChunk, Location, NewDocument, NewLocation};

/// A database with the tables of the models, all empty. It is there as long as the first part is kept.
pub(crate) async fn database() -> (TestDatabase, PgPool) {
    let database = TestDatabase::create("queries").await;
    let pool = database.pool().await;
    sqlx::raw_sql(include_str!("schema.sql"))
        .execute(&pool)
        .await
        .unwrap();
    (database, pool)
}

pub(crate) async fn location(pool: &PgPool, name: &str, elevation_m: Option<f64>) -> Location {
    let new = NewLocation {
        name: name.to_owned(),
        elevation_m,
        active: true,
    };
    Location::insert(&new).fetch_one(pool).await.unwrap()
}

pub(crate) async fn document(pool: &PgPool, source_id: &str, location: Option<i32>) -> Document {
    let new = NewDocument {
        id: Uuid::new_v4(),
        source_id: source_id.to_owned(),
        title: None,
        location_id: location,
    };
    Document::insert(&new).fetch_one(pool).await.unwrap()
}

pub(crate) async fn chunk(pool: &PgPool, document: &Document, idx: i32) -> DocumentChunk {
    let new = DocumentChunk {
        id: Uuid::new_v4(),
        document_id: document.id,
        idx,
        content: format!("{} {idx}", document.source_id),
    };
    DocumentChunk::insert(&new).fetch_one(pool).await.unwrap()
}

/// One number, asked for without the models.
pub(crate) async fn number(pool: &PgPool, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(pool).await.unwrap()
}
