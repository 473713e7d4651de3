use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// Air quality and pollen as they were measured, hour by hour.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "air_quality_hourly", moved_from = "public.air_quality_hourly", insert = NewAirQualityHourly)]
#[index(location_id, observed_at, allow_redundant)]
#[index(location_id, observed_at, source, unique)]
pub struct AirQualityHourly {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub observed_at: NaiveDateTime,
    pub pm10: Option<f64>,
    pub pm2_5: Option<f64>,
    pub ozone: Option<f64>,
    pub no2: Option<f64>,
    pub so2: Option<f64>,
    pub pollen_tree: Option<f64>,
    pub pollen_grass: Option<f64>,
    pub pollen_weed: Option<f64>,
    #[column(type = "varchar(100)")]
    pub source: String,
    pub raw_json: Option<String>,
}
