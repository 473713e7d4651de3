use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[primary_key(document_id, number)]
pub struct Page {
    pub document_id: i64,
    pub number: i32,
}

#[derive(Table)]
#[schema = "rag"]
#[references(Page, columns(document_id, page))]
pub struct Chunk {
    #[primary_key]
    pub id: i64,
    pub document_id: i64,
    pub page: i64,
}

fn main() {}
