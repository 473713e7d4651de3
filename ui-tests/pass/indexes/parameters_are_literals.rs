use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[index(title, with(fillfactor = 70))]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
}

fn main() {}
