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
#[references(Document, columns(document_id), to(id))]
pub struct Chunk {
    #[primary_key]
    pub id: i64,
    pub document_id: i64,
    pub other_id: i64,
}

fn main() {}
