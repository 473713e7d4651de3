use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[index(id, allow_redundant)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
