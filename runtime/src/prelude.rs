//! What a file that declares or queries tables brings into scope: `use bailiwick::prelude::*;`.

pub use crate::query::{InsertInto, Queries, UniqueKey};
pub use crate::{Catalog, Column, ColumnType, Relation, Schema, SchemaName, Table};
