use bailiwick::prelude::*;
use chrono::NaiveDateTime;
use uuid::Uuid;

#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(insert = NewLocation)]
pub(crate) struct Location {
    #[primary_key]
    #[column(serial)]
    pub(crate) id: i32,
    #[unique]
    pub(crate) name: String,
    pub(crate) elevation_m: Option<f64>,
    pub(crate) active: bool,
}

/// Its key has two columns.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[primary_key(location_id, user_name)]
pub(crate) struct LocationMember {
    #[references(Location)]
    pub(crate) location_id: i32,
    pub(crate) user_name: String,
    pub(crate) role: String,
}

/// It is nothing but its key.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
pub(crate) struct Tag {
    #[primary_key]
    pub(crate) name: String,
}

/// It has the name of a table in another schema.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "documents")]
pub(crate) struct CoreDocument {
    #[primary_key]
    pub(crate) id: Uuid,
    pub(crate) body: String,
}

#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "rag"]
#[table(insert = NewDocument)]
pub(crate) struct Document {
    #[primary_key]
    pub(crate) id: Uuid,
    #[unique]
    pub(crate) source_id: String,
    pub(crate) title: Option<String>,
    #[references(Location)]
    #[index]
    pub(crate) location_id: Option<i32>,
    #[column(default = "now()")]
    pub(crate) created_at: NaiveDateTime,
}

#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "rag"]
#[unique(document_id, idx)]
#[check("idx >= 0", name = "idx_not_negative")]
pub(crate) struct DocumentChunk {
    #[primary_key]
    pub(crate) id: Uuid,
    #[references(Document, on_delete = "cascade")]
    pub(crate) document_id: Uuid,
    pub(crate) idx: i32,
    pub(crate) content: String,
}
