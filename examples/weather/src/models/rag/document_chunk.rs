use bailiwick::prelude::*;
use chrono::NaiveDateTime;
use uuid::Uuid;

use super::Document;

/// A piece of a document, as embedded and retrieved.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "rag"]
#[table(moved_from = "public.rag_document_chunks", insert = NewDocumentChunk)]
#[unique(document_id, idx)]
#[index(content_hash)]
#[index(document_id, allow_redundant)]
pub struct DocumentChunk {
    #[primary_key]
    pub id: Uuid,
    #[references(Document)]
    pub document_id: Uuid,
    pub idx: i32,
    pub content: String,
    #[column(type = "varchar(255)")]
    pub content_hash: String,
    #[column(default = "now()")]
    pub created_at: NaiveDateTime,
}
