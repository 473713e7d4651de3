use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(source_id, exact_name = "Source")]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub source_id: String,
}

fn main() {}
