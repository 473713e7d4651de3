use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(from_row)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

#[derive(Table)]
#[schema = "rag"]
pub struct Chunk {
    #[primary_key]
    pub id: i64,
    #[references(Document)]
    pub document_id: i64,
}

fn main() {}
