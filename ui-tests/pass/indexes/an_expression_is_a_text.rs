use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[index(expression = "lower(title)", name = "ix_documents_lower_title")]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
}

fn main() {}
