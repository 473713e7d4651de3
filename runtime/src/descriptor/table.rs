use super::{CheckDef, ColumnDef, ForeignKeyDef, IndexDef, KeyDef, UniqueDef};

/// A table's name with its schema, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QualifiedDef {
    /// The schema.
    pub schema: &'static str,
    /// The name inside the schema.
    pub name: &'static str,
}

/// Everything a `#[derive(Table)]` says of its table.
#[derive(Debug, Clone, Copy)]
pub struct TableDef {
    /// The schema that owns the table.
    pub schema: &'static str,
    /// The table's name in the database.
    pub name: &'static str,
    /// The struct's name, for messages.
    pub rust_name: &'static str,
    /// The text of `COMMENT ON TABLE`, where one was asked for.
    pub comment: Option<&'static str>,
    /// Where the table stood before: the hint that makes a move out of a drop and a create.
    pub moved_from: Option<QualifiedDef>,
    /// The columns, in the order of the fields.
    pub columns: &'static [ColumnDef],
    /// The primary key, if there is one.
    pub primary_key: Option<KeyDef>,
    /// The unique constraints.
    pub uniques: &'static [UniqueDef],
    /// The indexes that no constraint owns.
    pub indexes: &'static [IndexDef],
    /// The check constraints.
    pub checks: &'static [CheckDef],
    /// The foreign keys.
    pub foreign_keys: &'static [ForeignKeyDef],
}

impl TableDef {
    /// Nothing is said: what emitted code starts from, so that it names only what was declared.
    #[doc(hidden)]
    pub const EMPTY: Self = Self {
        schema: "",
        name: "",
        rust_name: "",
        comment: None,
        moved_from: None,
        columns: &[],
        primary_key: None,
        uniques: &[],
        indexes: &[],
        checks: &[],
        foreign_keys: &[],
    };
}
