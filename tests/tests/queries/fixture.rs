use bailiwick::prelude::*;
use sqlx::postgres::{PgPool, PgPoolOptions};
use uuid::Uuid;

use crate::models::{Document, DocumentChunk, Location, NewDocument, NewLocation};

/// A database of its own, with the tables of the models, all empty.
pub(crate) async fn database() -> PgPool {
    let url = std::env::var("DATABASE_URL").unwrap();
    let admin = PgPoolOptions::new()
        .max_connections(1)
        .connect(&url)
        .await
        .unwrap();
    let name = format!("q{}", Uuid::new_v4().simple());
    sqlx::raw_sql(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&admin)
        .await
        .unwrap();
    let options = url
        .parse::<sqlx::postgres::PgConnectOptions>()
        .unwrap()
        .database(&name);
    let pool = PgPoolOptions::new()
        .max_connections(4)
        .connect_with(options)
        .await
        .unwrap();
    sqlx::raw_sql(include_str!("schema.sql"))
        .execute(&pool)
        .await
        .unwrap();
    pool
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
