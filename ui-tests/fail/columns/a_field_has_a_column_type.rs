use bailiwick::prelude::*;

pub struct Place;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub place: Place,
}

fn main() {}
