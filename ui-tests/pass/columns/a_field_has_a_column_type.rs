use bailiwick::prelude::*;

pub type Place = String;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub place: Place,
}

fn main() {}
