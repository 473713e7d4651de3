use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[index(title, using = "gin", ops(body = "gin_trgm_ops"))]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
    pub body: String,
}

fn main() {}
