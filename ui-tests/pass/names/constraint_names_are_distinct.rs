use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(source_id, name = "uq_source")]
#[unique(origin_id, name = "uq_origin")]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub source_id: String,
    pub origin_id: String,
}

fn main() {}
