use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(source)]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[column(name = "source")]
    pub source_id: String,
}

fn main() {}
