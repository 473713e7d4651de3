use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// A day's weather at a place, in a few figures.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "aggregation_daily", moved_from = "public.aggregation_daily", insert = NewAggregationDaily)]
#[index(location_id, date)]
pub struct AggregationDaily {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub date: NaiveDateTime,
    pub temp_min_c: Option<f64>,
    pub temp_max_c: Option<f64>,
    pub avg_temp_c: Option<f64>,
    pub total_precip_mm: Option<f64>,
    pub max_wind_kph: Option<f64>,
    pub heating_degree_days: Option<f64>,
    pub cooling_degree_days: Option<f64>,
    pub generated_at: Option<NaiveDateTime>,
}
