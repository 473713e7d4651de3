use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[column(name = "papers")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
