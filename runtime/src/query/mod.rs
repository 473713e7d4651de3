//! Queries over declared tables: SQL text known at compile time, rows decoded by ordinal.
//!
//! The derives emit [`Row`], [`Queries`], [`InsertInto`] and [`UniqueKey`] constants;
//! [`QueriesExt`] makes methods of them. What is put together at run time ([`Select`]) consists of
//! fragments whose arguments are numbered when the statement is whole.

mod by_key;
mod comparison;
mod condition;
mod execution;
mod fragment;
mod insert;
mod key;
mod order;
mod pattern;
mod prepared;
mod queries_ext;
mod row;
mod select;
mod source;
mod statements;
mod unchecked;
mod value;

pub use by_key::ByKey;
pub use comparison::{Comparable, Nullable};
pub use condition::Condition;
pub use execution::Execution;
pub use insert::{Insert, InsertInto};
pub use key::{KeyValue, UniqueKey};
pub use order::OrderBy;
pub use pattern::TextColumn;
pub use queries_ext::QueriesExt;
pub use row::Row;
pub use select::Select;
pub use source::{Join, Source};
pub use statements::{Queries, Statements};
pub use unchecked::{UncheckedSql, unchecked_sql};
pub use value::{ArrayElement, IntoValue};
