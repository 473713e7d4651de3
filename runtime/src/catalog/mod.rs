//! Schemas, tables and what belongs to them, as data: what the models declare, what a database holds
//! and what the snapshot remembers are all a [`Catalog`].

mod collation;
mod column;
mod constraint;
mod describe;
mod expression;
mod from_models;
mod index;
mod name;
mod sql_type;
mod table;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use column::{Column, Default};
pub use constraint::{Action, Check, Deferrable, ForeignKey, PrimaryKey, Unique};
pub use describe::{Detail, ObjectName};
pub use expression::Expression;
pub use index::{Attributes, Element, ElementKind, Index, IndexKind};
pub use name::QualifiedName;
pub(crate) use name::quoted;
pub use sql_type::SqlType;
pub use table::Table;

/// All schemas of one application, or those of a database that one looks at.
#[derive(Debug, Clone, PartialEq, std::default::Default, Serialize, Deserialize)]
pub struct Catalog {
    /// The schemas by name.
    pub schemas: BTreeMap<String, Schema>,
    /// The schema of each extension.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: BTreeMap<String, String>,
}

/// One schema.
#[derive(Debug, Clone, PartialEq, std::default::Default, Serialize, Deserialize)]
pub struct Schema {
    /// The text of `COMMENT ON SCHEMA`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The tables by name.
    #[serde(default)]
    pub tables: BTreeMap<String, Table>,
    /// What stands in the schema and is not modelled: named, never touched.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmanaged: Vec<Unmanaged>,
}

/// An object that is not modelled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unmanaged {
    /// What it is: `view`, `function`, `trigger`, `policy`, ...
    pub kind: String,
    /// Its name, unique among those of its kind: with its table's name (`documents.audit`) where it belongs to one.
    pub name: String,
}

impl Catalog {
    /// The table of this name.
    pub fn table(&self, name: &QualifiedName) -> Option<&Table> {
        self.schemas.get(&name.schema)?.tables.get(&name.name)
    }

    /// The catalog as a state: the hints are words about how to get there.
    pub fn without_hints(mut self) -> Self {
        for table in self
            .schemas
            .values_mut()
            .flat_map(|schema| schema.tables.values_mut())
        {
            table.moved_from = None;
            for column in &mut table.columns {
                column.renamed_from = None;
            }
        }
        self
    }

    /// Every table with its name, in the order of the names.
    pub fn tables(&self) -> impl Iterator<Item = (QualifiedName, &Table)> {
        self.schemas.iter().flat_map(|(schema, content)| {
            content
                .tables
                .iter()
                .map(move |(name, table)| (QualifiedName::new(schema, name), table))
        })
    }
}
