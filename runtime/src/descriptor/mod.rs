//! What the derives emit: plain `const` data about tables, schemas and the catalog.
//!
//! A descriptor *names* its targets and never holds them. If `const TABLE` of one struct referred to
//! the `TABLE` of another, two structs that reference each other would be a cycle (E0391).

mod catalog;
mod column;
mod constraint;
mod index;
mod schema;
mod table;

pub use catalog::{CatalogDef, ExtensionDef};
pub use column::{ColumnDef, DefaultDef};
pub use constraint::{Action, CheckDef, Deferrable, ForeignKeyDef, KeyDef, NullsDef, UniqueDef};
pub use index::{ElementDef, IndexDef, IndexKind, NullsOrder, Order};
pub use schema::SchemaDef;
pub use table::{QualifiedDef, TableDef};
