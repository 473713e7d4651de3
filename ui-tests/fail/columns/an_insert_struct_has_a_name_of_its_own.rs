use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(insert = Document)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
