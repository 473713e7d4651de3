use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(from_row = true)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
