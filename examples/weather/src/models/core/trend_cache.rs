use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// A figure beside the one of the period before.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "trend_cache", moved_from = "public.trend_cache", insert = NewTrendCache)]
#[index(location_id, metric, period, unique)]
pub struct TrendCache {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    #[column(type = "varchar(100)")]
    pub metric: String,
    #[column(type = "varchar(20)")]
    pub period: String,
    pub current_value: Option<f64>,
    pub previous_value: Option<f64>,
    pub delta: Option<f64>,
    pub pct_change: Option<f64>,
    pub generated_at: Option<NaiveDateTime>,
}
