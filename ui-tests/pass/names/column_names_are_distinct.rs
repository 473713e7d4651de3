use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
    #[column(name = "heading")]
    pub heading: String,
}

fn main() {}
