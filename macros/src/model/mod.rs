//! What the expansion needs, resolved: every name final, every column found, every default taken.

mod catalog;
mod column;
mod foreign_key;
mod index;
mod plural;
mod schema;
mod table;

pub(crate) mod naming;

pub(crate) use catalog::Catalog;
pub(crate) use column::{Column, Filled, name as column_name};
pub(crate) use foreign_key::{Action, ForeignKey};
pub(crate) use index::{Element, Index};
pub(crate) use schema::Schema;
pub(crate) use table::{Insert, Key, Table, name as table_name, qualified};

use syn::Path;

/// The path by which the emitted code finds the crate.
fn crate_path(given: Option<&Path>) -> Path {
    given
        .cloned()
        .unwrap_or_else(|| syn::parse_quote!(::bailiwick))
}
