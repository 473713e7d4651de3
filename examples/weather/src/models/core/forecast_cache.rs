use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// A provider's answer, kept until it expires.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "forecast_cache", moved_from = "public.forecast_cache", insert = NewForecastCache)]
pub struct ForecastCache {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    #[column(type = "varchar(100)")]
    pub source: String,
    pub fetched_at: Option<NaiveDateTime>,
    pub expires_at: NaiveDateTime,
    pub payload_json: String,
}
