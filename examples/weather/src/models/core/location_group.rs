use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// Places that a person looks at together.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(moved_from = "public.location_groups", insert = NewLocationGroup)]
#[index(user_id, name)]
pub struct LocationGroup {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(User)]
    pub user_id: i32,
    #[column(type = "varchar(255)")]
    pub name: String,
    #[column(type = "varchar(500)")]
    pub description: Option<String>,
    pub created_at: Option<NaiveDateTime>,
}
