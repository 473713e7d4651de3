use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// A place that a person watches.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(moved_from = "public.locations", insert = NewLocation)]
pub struct Location {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(User)]
    pub user_id: i32,
    #[column(type = "varchar(255)")]
    pub name: String,
    pub lat: f64,
    pub lon: f64,
    #[column(type = "varchar(50)")]
    pub timezone: Option<String>,
    pub created_at: Option<NaiveDateTime>,
}
