//! Multi-schema Postgres models, checked by `cargo build`.
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "migrate")]
pub mod catalog;
pub mod descriptor;
#[cfg(feature = "migrate")]
pub mod migration;

mod bound;
mod query;

pub use bound::{Catalog, Column, ColumnType, Relation, Schema, SchemaName, Table};
pub use sqlx;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1;
