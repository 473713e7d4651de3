use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[unique(title)]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
}

#[derive(Table)]
#[schema = "rag"]
#[unique(title, name = "uq_papers_title")]
pub struct Paper {
    #[primary_key]
    pub id: i64,
    pub title: String,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document, Paper))]
pub struct Rag;

fn main() {}
