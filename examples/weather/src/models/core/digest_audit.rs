use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// One daily digest: what it was made of and how long it took.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "digest_audit", moved_from = "public.digest_audit", insert = NewDigestAudit)]
#[index(date)]
#[index(forecast_signature)]
#[index(prompt_version)]
#[index(user_id)]
pub struct DigestAudit {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(User, on_delete = "cascade")]
    pub user_id: i32,
    pub date: NaiveDateTime,
    #[column(default = "now()")]
    pub generated_at: NaiveDateTime,
    pub cache_hit: bool,
    #[column(type = "varchar(64)")]
    pub forecast_signature: Option<String>,
    #[column(type = "varchar(64)")]
    pub preferences_hash: Option<String>,
    #[column(type = "varchar(50)")]
    pub prompt_version: Option<String>,
    #[column(type = "varchar(100)")]
    pub model_name: Option<String>,
    pub tokens_in: Option<i32>,
    pub tokens_out: Option<i32>,
    pub latency_ms_preprocess: Option<i32>,
    pub latency_ms_llm: Option<i32>,
    pub latency_ms_total: Option<i32>,
    #[column(type = "varchar(30)")]
    pub reason: Option<String>,
    pub comfort_score: Option<f64>,
    pub temp_peak_c: Option<f64>,
    pub temp_peak_hour: Option<i32>,
    pub wind_peak_kph: Option<f64>,
    pub wind_peak_hour: Option<i32>,
    pub rain_windows_json: Option<String>,
    pub activity_block_json: Option<String>,
}
