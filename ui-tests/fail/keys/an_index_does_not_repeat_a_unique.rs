use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(document_id, idx)]
#[index(idx, document_id)]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub document_id: i64,
    pub idx: i32,
    pub title: String,
}

fn main() {}
