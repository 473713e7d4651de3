#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "migrate")]
pub mod catalog;
#[cfg(feature = "cli")]
pub mod cli;
pub mod descriptor;
#[cfg(feature = "migrate")]
pub mod diff;
#[cfg(feature = "embedded")]
pub mod embedded;
#[cfg(feature = "migrate")]
pub mod generate;
#[cfg(feature = "migrate")]
pub mod introspect;
#[cfg(feature = "migrate")]
pub mod migration;
#[cfg(feature = "migrate")]
pub mod plan;
#[cfg(feature = "migrate")]
pub mod runner;
#[cfg(feature = "migrate")]
mod sql;

mod bound;
mod derives;
mod error;
pub mod prelude;
mod query;

pub use bound::{Catalog, Column, ColumnType, Relation, Schema, SchemaName, Table};
pub use derives::{Catalog, Schema, Table};
pub use error::{Error, Operation, Result};
pub use query::{
    ArrayElement, ByKey, Comparable, Condition, Execution, Insert, InsertInto, IntoValue, Join,
    KeyValue, Nullable, OrderBy, Queries, QueriesExt, Row, Select, Source, Statements, TextColumn,
    UncheckedSql, UniqueKey, unchecked_sql,
};
pub use sqlx;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private_0_1;
