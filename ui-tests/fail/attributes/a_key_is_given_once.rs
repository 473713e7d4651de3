use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "papers", name = "sheets")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
