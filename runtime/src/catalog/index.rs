use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Expression;

/// An index that no constraint owns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// Whether it forbids duplicates.
    #[serde(default, skip_serializing_if = "IndexKind::is_plain")]
    pub kind: IndexKind,
    /// The access method.
    #[serde(default = "btree", skip_serializing_if = "is_btree")]
    pub method: String,
    /// The elements in their order.
    pub elements: Vec<Element>,
    /// Columns that are only carried along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// The condition of a partial index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicate: Option<Expression>,
    /// What else is said of it.
    #[serde(default, skip_serializing_if = "Attributes::is_plain")]
    pub attributes: Attributes,
    /// The text of `COMMENT ON INDEX`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

fn btree() -> String {
    "btree".to_owned()
}

fn is_btree(method: &str) -> bool {
    method == "btree"
}

/// Whether an index forbids duplicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndexKind {
    /// It serves look-ups only.
    #[default]
    Plain,
    /// It also forbids duplicates; each NULL differs from every other.
    Unique,
    /// It also forbids duplicates; all NULLs are one value.
    UniqueNullsNotDistinct,
}

impl IndexKind {
    fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }
}

/// One element of an index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Element {
    /// What is indexed.
    #[serde(flatten)]
    pub kind: ElementKind,
    /// A collation other than the column's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// The operator class, with its parameters, where it is not the type's default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_class: Option<String>,
    /// Whether it sorts downwards.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub descending: bool,
    /// Whether NULLs come first. Postgres's default is what `descending` says.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nulls_first: bool,
}

/// What an element of an index indexes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElementKind {
    /// A column.
    Column(String),
    /// An expression.
    Expression(Expression),
}

/// What a dropped index would lose if nobody had written it down. The models say none of it but the
/// storage parameters.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Attributes {
    /// Storage parameters (`WITH`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, String>,
    /// Its tablespace, where it is not the database's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tablespace: Option<String>,
    /// Whether the table was last clustered by it (`CLUSTER ON`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clustered: bool,
    /// Whether it is the table's replica identity.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replica_identity: bool,
}

impl Attributes {
    pub(super) fn is_plain(&self) -> bool {
        self == &Self::default()
    }
}
