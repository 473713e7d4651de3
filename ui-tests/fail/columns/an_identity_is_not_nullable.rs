use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[column(identity)]
    pub number: Option<i64>,
}

fn main() {}
