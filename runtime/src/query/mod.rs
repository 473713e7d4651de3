//! Queries over declared tables: SQL text known at compile time, rows decoded by ordinal.

mod insert;
mod key;
mod row;
mod statements;

pub use insert::InsertInto;
pub use key::{KeyValue, UniqueKey};
pub use row::Row;
pub use statements::{Queries, Statements};
