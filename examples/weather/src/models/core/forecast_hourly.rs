use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// The weather as it was forecast, hour by hour and run by run.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "forecast_hourly", moved_from = "public.forecast_hourly", insert = NewForecastHourly)]
#[index(location_id, target_time)]
pub struct ForecastHourly {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub forecast_issue_time: NaiveDateTime,
    pub target_time: NaiveDateTime,
    pub temp_c: Option<f64>,
    pub precipitation_probability_pct: Option<f64>,
    pub wind_kph: Option<f64>,
    #[column(type = "varchar(100)")]
    pub model_name: Option<String>,
    #[column(type = "varchar(100)")]
    pub source_run_id: Option<String>,
    pub raw_json: Option<String>,
}
