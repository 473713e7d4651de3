use bailiwick::prelude::*;
use chrono::NaiveDateTime;

/// A person with an account.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(moved_from = "public.users", insert = NewUser)]
#[index(email, unique)]
pub struct User {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[column(type = "varchar(255)")]
    pub email: String,
    #[column(type = "varchar(255)")]
    pub password_hash: String,
    #[column(type = "varchar(50)")]
    pub timezone: Option<String>,
    pub prefs_json: Option<String>,
    pub created_at: Option<NaiveDateTime>,
}
