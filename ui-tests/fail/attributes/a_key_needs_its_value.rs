use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
