use bailiwick::prelude::*;

#[derive(Table)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
