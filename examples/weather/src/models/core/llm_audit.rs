use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// One call of a language model, and its cost.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "llm_audit", moved_from = "public.llm_audit", insert = NewLlmAudit)]
pub struct LlmAudit {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(User)]
    pub user_id: Option<i32>,
    #[column(type = "varchar(100)")]
    pub endpoint: String,
    #[column(type = "varchar(100)")]
    pub model: String,
    #[column(type = "varchar(200)")]
    pub prompt_summary: String,
    pub tokens_in: i32,
    pub tokens_out: i32,
    pub cost: Option<f64>,
    pub has_air_quality: Option<bool>,
    pub has_astronomy: Option<bool>,
    pub created_at: Option<NaiveDateTime>,
}
