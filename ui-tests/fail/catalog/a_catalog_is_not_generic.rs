use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document))]
pub struct Rag;

#[derive(Catalog)]
#[catalog(schemas(Rag), ledger = Rag)]
pub struct App<T>(T);

fn main() {}
