use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(
    name = "aaaaaaaaa_aaaaaaaaa_aaaaaaaaa_aaaaaaaaa_aaaaaaaaa_aaaaaaaaa_aaa",
    no_primary_key
)]
pub struct Document {
    pub id: i64,
}

fn main() {}
