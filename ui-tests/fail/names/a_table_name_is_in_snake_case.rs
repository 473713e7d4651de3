use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "Sheets")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
