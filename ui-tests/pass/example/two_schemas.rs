use bailiwick::prelude::*;
use chrono::NaiveDateTime;
use uuid::Uuid;

/// A document.
#[derive(Table, Debug, Clone)]
#[schema = "rag"]
#[table(moved_from = "public.rag_documents", insert = NewDocument)]
pub struct Document {
    #[primary_key]
    pub id: Uuid,
    /// Where it came from.
    #[unique]
    pub source_id: String,
    #[references(User, on_delete = "set_null")]
    pub owner_id: Option<i32>,
    #[references(Document::source_id)]
    pub parent: Option<String>,
    #[column(default = "now()")]
    pub created_at: NaiveDateTime,
}

/// A piece of a document, as embedded and retrieved.
#[derive(Table, Debug, Clone)]
#[schema = "rag"]
#[table(moved_from = "public.rag_document_chunks", from_row)]
#[unique(document_id, idx)]
#[index(content_hash)]
#[index(idx desc nulls_last, expression = "lower(content)", unique, where = "idx > 3", name = "ix_document_chunks_low", with(fillfactor = 70))]
#[check("idx >= 0", name = "idx_not_negative")]
pub struct DocumentChunk {
    #[primary_key]
    pub id: Uuid,
    #[references(Document, on_delete = "cascade")]
    pub document_id: Uuid,
    pub idx: i32,
    pub content: String,
    #[column(type = "varchar(255)")]
    pub content_hash: String,
}

#[derive(Table, Debug, Clone)]
#[schema = "core"]
pub struct User {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[index(unique)]
    pub email: String,
}

#[derive(Schema)]
#[schema(name = "core", tables(User))]
pub struct Core;

#[derive(Schema)]
#[schema(
    name = "rag",
    tables(Document, DocumentChunk),
    depends_on(Core),
    comment = "Retrieval"
)]
pub struct Rag;

#[derive(Catalog)]
#[catalog(schemas(Core, Rag), ledger = Core, extensions(vector in "public"))]
pub struct WeatherAi;

pub fn main() {
    assert_eq!(Document::UQ_SOURCE_ID.columns(), ["source_id"]);
    assert_eq!(Document::QUALIFIED, "\"rag\".\"documents\"");
    assert_eq!(
        <NewDocument as bailiwick::InsertInto<Document>>::INSERT,
        "INSERT INTO \"rag\".\"documents\" (\"id\", \"source_id\", \"owner_id\", \"parent\") VALUES ($1, $2, $3, $4) \
         RETURNING \"id\", \"source_id\", \"owner_id\", \"parent\", \"created_at\""
    );
    assert_eq!(WeatherAi::CATALOG.schemas.len(), 2);
}
