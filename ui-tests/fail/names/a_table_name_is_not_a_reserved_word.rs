use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "user")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
