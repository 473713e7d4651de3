//! What emitted code names. The module's own name carries the version, so that code expanded by one
//! release of the macros never meets the insides of another.

pub use crate::bound::check;
pub use crate::bound::{
    Catalog, Column, ColumnType, Relation, Schema, SchemaName, Table, decode_named,
};
pub use crate::descriptor::*;
pub use crate::query::{InsertInto, Queries, Row, Statements, UniqueKey};
pub use sqlx::postgres::{PgArguments, PgRow};
pub use sqlx::{Error, FromRow};

pub use core::marker::PhantomData;
pub use core::option::Option::Some;
pub use core::result::Result::Ok;

/// What decoding and binding return.
pub type Result<T> = core::result::Result<T, Error>;
