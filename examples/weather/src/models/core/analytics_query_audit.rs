use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// One question that was put to the analytics.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "analytics_query_audit", moved_from = "public.analytics_query_audit", insert = NewAnalyticsQueryAudit)]
pub struct AnalyticsQueryAudit {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(User)]
    pub user_id: Option<i32>,
    #[column(type = "varchar(100)")]
    pub endpoint: String,
    pub params_json: Option<String>,
    pub duration_ms: Option<i32>,
    pub rows_returned: Option<i32>,
    pub created_at: Option<NaiveDateTime>,
}
