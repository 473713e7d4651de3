use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[column(default = "0")]
    pub twice: i64,
}

fn main() {}
