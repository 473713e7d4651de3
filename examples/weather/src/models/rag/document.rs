use bailiwick::prelude::*;
use chrono::NaiveDateTime;
use uuid::Uuid;

/// A document that answers are drawn from.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "rag"]
#[table(moved_from = "public.rag_documents", insert = NewDocument)]
#[index(source_id)]
pub struct Document {
    #[primary_key]
    pub id: Uuid,
    #[column(type = "varchar(255)")]
    pub source_id: String,
    #[column(default = "now()")]
    pub created_at: NaiveDateTime,
}
