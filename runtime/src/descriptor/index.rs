use super::NullsDef;

/// Whether an index forbids duplicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexKind {
    /// It serves look-ups only.
    Plain,
    /// It also forbids duplicates, without being a constraint.
    Unique(NullsDef),
}

/// The direction of an index element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Ascending, the default.
    Ascending,
    /// Descending.
    Descending,
}

/// Where NULLs sort in an index element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NullsOrder {
    /// Last when ascending, first when descending.
    Default,
    /// First.
    First,
    /// Last.
    Last,
}

/// One element of an index: a column or an expression.
#[derive(Debug, Clone, Copy)]
pub struct ElementDef {
    /// The column's name; empty for an expression.
    pub column: &'static str,
    /// The expression's text; empty for a column.
    pub expression: &'static str,
    /// The operator class, where it is not the type's default.
    pub operator_class: Option<&'static str>,
    /// Its direction.
    pub order: Order,
    /// Where NULLs sort.
    pub nulls: NullsOrder,
}

impl ElementDef {
    /// Nothing is said: what emitted code starts from.
    #[doc(hidden)]
    pub const EMPTY: Self = Self {
        column: "",
        expression: "",
        operator_class: None,
        order: Order::Ascending,
        nulls: NullsOrder::Default,
    };
}

/// An index that no constraint owns.
#[derive(Debug, Clone, Copy)]
pub struct IndexDef {
    /// The index's name.
    pub name: &'static str,
    /// Whether it forbids duplicates.
    pub kind: IndexKind,
    /// The access method: `btree` unless said otherwise.
    pub method: &'static str,
    /// The elements.
    pub elements: &'static [ElementDef],
    /// Columns that are only carried along (`INCLUDE`).
    pub include: &'static [&'static str],
    /// The condition of a partial index.
    pub predicate: Option<&'static str>,
    /// Storage parameters (`WITH`).
    pub parameters: &'static [(&'static str, &'static str)],
}

impl IndexDef {
    /// Nothing is said: what emitted code starts from.
    #[doc(hidden)]
    pub const EMPTY: Self = Self {
        name: "",
        kind: IndexKind::Plain,
        method: "btree",
        elements: &[],
        include: &[],
        predicate: None,
        parameters: &[],
    };
}
