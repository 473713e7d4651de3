use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "users")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
