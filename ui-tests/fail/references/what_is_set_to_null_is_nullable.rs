use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[unique]
    pub source_id: String,
    pub title: String,
}

#[derive(Table)]
#[schema = "rag"]
pub struct Chunk {
    #[primary_key]
    pub id: i64,
    #[references(Document, on_delete = "set_null")]
    pub document_id: i64,
}

fn main() {}
