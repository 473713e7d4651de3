use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[index(content_hash)]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[index(name = "ix_other", where = "content_hash <> ''")]
    pub content_hash: String,
}

fn main() {}
