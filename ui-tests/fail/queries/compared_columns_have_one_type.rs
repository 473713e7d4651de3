use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(insert = NewDocument)]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: i64,
    pub source_id: String,
    pub title: Option<String>,
}

#[derive(Table)]
#[schema = "rag"]
pub struct Chunk {
    #[primary_key]
    pub id: i64,
    pub document_id: i64,
    pub content: String,
}

pub fn query() -> String {
    Chunk::select()
        .join::<Document>(|c, d| c.content.eq_column(d.id))
        .sql()
}

fn main() {}
