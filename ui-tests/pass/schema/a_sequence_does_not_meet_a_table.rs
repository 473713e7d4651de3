use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "documents_id_log")]
pub struct Log {
    #[primary_key]
    pub id: i64,
}

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Log, Document))]
pub struct Rag;

fn main() {}
