use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// One run that takes documents in: who asked for it, and how far it came.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(insert = NewIngestJob, comment = "Runs that take documents in; a job without finished_at is still open.")]
#[index(requested_by)]
#[index(requested_at, where = "finished_at IS NULL")]
#[check("documents_done >= 0", name = "documents_done_not_negative")]
pub struct IngestJob {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(User)]
    pub requested_by: i32,
    #[column(type = "varchar(255)")]
    pub source: String,
    #[column(default = "0")]
    pub documents_done: i32,
    #[column(default = "now()")]
    pub requested_at: NaiveDateTime,
    pub finished_at: Option<NaiveDateTime>,
    pub error_message: Option<String>,
}
