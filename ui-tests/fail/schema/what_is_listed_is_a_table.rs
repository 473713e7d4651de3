use bailiwick::prelude::*;

pub struct Document {
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document))]
pub struct Rag;

fn main() {}
