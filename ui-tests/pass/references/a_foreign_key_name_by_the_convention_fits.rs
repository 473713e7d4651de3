use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "documents_of_all_sources_and_kinds")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

#[derive(Table)]
#[schema = "rag"]
#[table(name = "pieces_of_documents")]
pub struct Chunk {
    #[primary_key]
    pub id: i64,
    #[references(Document, name = "fk_pieces_of_documents_document_id")]
    pub document_id: i64,
}

fn main() {}
