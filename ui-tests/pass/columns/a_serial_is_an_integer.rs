use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: i64,
}

fn main() {}
