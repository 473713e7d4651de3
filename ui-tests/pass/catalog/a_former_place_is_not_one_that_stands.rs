use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Paper {
    #[primary_key]
    pub id: i64,
}

#[derive(Table)]
#[schema = "rag"]
#[table(moved_from = "public.papers")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document, Paper))]
pub struct Rag;

#[derive(Catalog)]
#[catalog(schemas(Rag), ledger = Rag)]
pub struct App;

fn main() {}
