use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::User;

/// What a person shows of themselves; one for each user.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(moved_from = "public.user_profiles", insert = NewUserProfile)]
pub struct UserProfile {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[unique]
    #[references(User)]
    pub user_id: i32,
    #[column(type = "varchar(255)")]
    pub display_name: Option<String>,
    #[column(type = "varchar(500)")]
    pub bio: Option<String>,
    #[column(type = "varchar(500)")]
    pub avatar_url: Option<String>,
    #[column(type = "varchar(50)")]
    pub time_zone: Option<String>,
    #[column(type = "varchar(10)")]
    pub locale: Option<String>,
    #[column(type = "varchar(20)")]
    pub theme_preference: Option<String>,
    pub created_at: Option<NaiveDateTime>,
    pub updated_at: Option<NaiveDateTime>,
}
