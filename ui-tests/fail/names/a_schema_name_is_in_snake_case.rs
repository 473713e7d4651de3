use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "Rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
