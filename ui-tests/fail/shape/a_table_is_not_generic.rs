use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document<T> {
    #[primary_key]
    pub id: T,
}

fn main() {}
