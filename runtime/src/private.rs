//! What emitted code names. The module's own name carries the version, so that code expanded by one
//! release of the macros never meets the insides of another.

pub use crate::bound::check;
pub use crate::bound::{
    Catalog, Column, ColumnType, References, Relation, Schema, SchemaName, Table, decode_named,
};
pub use crate::descriptor::*;
pub use crate::query::{InsertInto, Queries, Row, Statements, UniqueKey};
pub use sqlx::postgres::{PgArguments, PgRow};
pub use sqlx::{Error, FromRow};

/// The obligation behind `#[references(Target)]`: the column's type and the key's agree.
pub const fn reference<F: References<V>, V>() {}
