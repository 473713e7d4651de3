use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[unique(title)]
    pub source_id: String,
    pub title: String,
}

fn main() {}
