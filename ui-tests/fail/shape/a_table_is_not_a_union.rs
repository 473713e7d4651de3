use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub union Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
