use bailiwick::prelude::*;

type Maybe = Option<i64>;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: Maybe,
}

fn main() {}
