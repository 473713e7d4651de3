use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct RagDocument {
    #[primary_key]
    pub id: i64,
}

fn main() {}
