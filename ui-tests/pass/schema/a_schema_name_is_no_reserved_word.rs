use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "users"]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "users", tables(Document))]
pub struct Rag;

fn main() {}
