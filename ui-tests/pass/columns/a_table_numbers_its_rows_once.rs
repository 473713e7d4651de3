use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: i64,
    #[column(default = 0)]
    pub number: i64,
}

fn main() {}
