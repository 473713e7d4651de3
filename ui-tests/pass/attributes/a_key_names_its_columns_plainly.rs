use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(title)]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
}

fn main() {}
