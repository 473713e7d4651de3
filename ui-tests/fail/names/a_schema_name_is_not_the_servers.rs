use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "pg_rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
