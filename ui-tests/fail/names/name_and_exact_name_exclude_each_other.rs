use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(source_id, name = "uq_source", exact_name = "source_key")]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub source_id: String,
}

fn main() {}
