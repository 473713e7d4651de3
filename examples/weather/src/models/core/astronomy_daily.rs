use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::Location;

/// Sun and moon at a place, day by day.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(name = "astronomy_daily", moved_from = "public.astronomy_daily", insert = NewAstronomyDaily)]
#[index(location_id, date, unique)]
pub struct AstronomyDaily {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub date: NaiveDateTime,
    pub sunrise_utc: Option<NaiveDateTime>,
    pub sunset_utc: Option<NaiveDateTime>,
    pub daylight_minutes: Option<i32>,
    pub moon_phase: Option<f64>,
    pub civil_twilight_start_utc: Option<NaiveDateTime>,
    pub civil_twilight_end_utc: Option<NaiveDateTime>,
    pub generated_at: NaiveDateTime,
}
