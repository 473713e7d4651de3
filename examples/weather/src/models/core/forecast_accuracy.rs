use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// How far a forecast was from what came.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "forecast_accuracy", moved_from = "public.forecast_accuracy", insert = NewForecastAccuracy)]
#[index(location_id, target_time)]
pub struct ForecastAccuracy {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub target_time: NaiveDateTime,
    pub forecast_issue_time: NaiveDateTime,
    #[column(type = "varchar(50)")]
    pub variable: String,
    pub forecast_value: Option<f64>,
    pub observed_value: Option<f64>,
    pub abs_error: Option<f64>,
    pub pct_error: Option<f64>,
    pub created_at: Option<NaiveDateTime>,
}
