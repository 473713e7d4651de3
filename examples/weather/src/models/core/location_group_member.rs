use bailiwick::prelude::*;
use chrono::NaiveDateTime;

use super::{Location, LocationGroup};

/// One place in one group.
#[derive(Table, Debug, Clone, PartialEq)]
#[schema = "core"]
#[table(moved_from = "public.location_group_members", insert = NewLocationGroupMember)]
#[index(group_id, location_id, unique)]
pub struct LocationGroupMember {
    #[primary_key]
    #[column(serial)]
    pub id: i32,
    #[references(LocationGroup)]
    pub group_id: i32,
    #[references(Location)]
    pub location_id: i32,
    pub added_at: Option<NaiveDateTime>,
}
