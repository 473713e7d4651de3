use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::{Location, User};

/// How a person wants the dashboard; one for each user.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(moved_from = "public.user_preferences", insert = NewUserPreference)]
pub struct UserPreference {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[unique]
    #[references(User)]
    pub user_id: i32,
    #[column(type = "varchar(20)")]
    pub units_system: Option<String>,
    #[references(Location)]
    pub dashboard_default_location_id: Option<i32>,
    pub show_wind: Option<bool>,
    pub show_precip: Option<bool>,
    pub show_humidity: Option<bool>,
    pub json_settings: Option<String>,
    pub created_at: Option<NaiveDateTime>,
    pub updated_at: Option<NaiveDateTime>,
}
