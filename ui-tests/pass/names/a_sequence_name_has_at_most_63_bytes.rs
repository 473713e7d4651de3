use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "a234567890123456789012345678901234567890123456789012")]
pub struct Document {
    #[primary_key(name = "pk_a")]
    #[column(serial)]
    pub number: i64,
}

fn main() {}
