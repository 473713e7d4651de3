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

pub fn query() -> String {
    Document::select().filter(|d| d.titel.is_null()).sql()
}

fn main() {}
