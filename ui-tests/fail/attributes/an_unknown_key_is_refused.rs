use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(nane = "papers")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
