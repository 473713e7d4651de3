use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[column(type = "varchar")]
    pub title: String,
}

fn main() {}
