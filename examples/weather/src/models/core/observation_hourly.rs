use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// The weather as it was measured, hour by hour.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "observation_hourly", moved_from = "public.observation_hourly", insert = NewObservationHourly)]
#[index(location_id, observed_at)]
pub struct ObservationHourly {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub observed_at: NaiveDateTime,
    pub temp_c: Option<f64>,
    pub wind_kph: Option<f64>,
    pub precip_mm: Option<f64>,
    pub humidity_pct: Option<f64>,
    #[column(type = "varchar(100)")]
    pub condition_code: Option<String>,
    #[column(type = "varchar(100)")]
    pub source: String,
    pub raw_json: Option<String>,
}
