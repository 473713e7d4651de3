//! What a module that declares or queries tables brings into scope: `use bailiwick::prelude::*;`.
//!
//! Only traits (and the derives of the same names), so that nothing of the user's own is shadowed.

pub use crate::{Catalog, QueriesExt, Relation, Schema, SchemaName, Table};
