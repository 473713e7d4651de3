use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// One fetch from a weather provider, and how it ended.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "provider_run", moved_from = "public.provider_run", insert = NewProviderRun)]
#[index(provider, run_type, started_at)]
pub struct ProviderRun {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[column(type = "varchar(100)")]
    pub provider: String,
    #[column(type = "varchar(50)")]
    pub run_type: String,
    #[references(Location)]
    pub location_id: Option<i32>,
    pub started_at: NaiveDateTime,
    pub completed_at: Option<NaiveDateTime>,
    #[column(type = "varchar(20)")]
    pub status: String,
    pub records_ingested: Option<i32>,
    pub error_message: Option<String>,
}
