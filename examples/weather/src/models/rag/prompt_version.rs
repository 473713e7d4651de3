use bailiwick::prelude::*;
use chrono::NaiveDateTime;
use uuid::Uuid;

use crate::models::core::User;

/// A prompt as it stood at one time. An answer names the version that it was made with.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "rag"]
#[table(insert = NewPromptVersion)]
#[unique(name, version)]
#[index(created_by)]
#[check("version > 0", name = "version_positive")]
pub struct PromptVersion {
    #[primary_key]
    #[column(default = "gen_random_uuid()")]
    pub id: Uuid,
    #[column(type = "varchar(100)")]
    pub name: String,
    pub version: i32,
    pub template: String,
    #[references(User)]
    pub created_by: i32,
    #[column(default = "now()")]
    pub created_at: NaiveDateTime,
}
