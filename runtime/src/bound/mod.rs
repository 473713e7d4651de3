//! What the compiler checks between structs, and the traits that carry it.
//!
//! Types are checked by trait bounds with words of our own; values (names, key sets, boundaries) by
//! non-generic `const _: ()` items that panic with a computed [`Verdict`].

mod catalog_check;
mod column;
mod column_check;
mod column_type;
#[cfg(test)]
mod fixture;
mod foreign_key;
mod names;
mod reference;
mod relation;
mod schema_check;
mod types;
mod verdict;

pub use column::Column;
pub use column_type::{ColumnType, decode_named};
pub use relation::{Catalog, Relation, Schema, SchemaName, Table};
pub(crate) use verdict::Verdict;

/// The checks that emitted code calls; not public surface.
pub mod check {
    pub use super::catalog_check::{
        TableIndex, catalog_boundaries, catalog_ledger, catalog_moves, catalog_schemas,
        catalog_targets, table_count,
    };
    pub use super::column_check::{emptied_column, numbered_column, primary_key_column};
    pub use super::foreign_key::foreign_key;
    pub use super::reference::{reference, reference_each};
    pub use super::schema_check::{
        relation_count, schema_dependency, schema_relations, schema_table,
    };
    pub use super::verdict::{Placed, Verdict};
}
