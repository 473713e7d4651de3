use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document))]
pub struct Rag<T>(T);

fn main() {}
