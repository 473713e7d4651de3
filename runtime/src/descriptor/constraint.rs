use super::QualifiedDef;

/// A primary key.
#[derive(Debug, Clone, Copy)]
pub struct KeyDef {
    /// The constraint's name.
    pub name: &'static str,
    /// The columns, in the key's order.
    pub columns: &'static [&'static str],
}

/// Whether a unique constraint or index takes two NULLs for the same value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NullsDef {
    /// Each NULL differs from every other (SQL's and Postgres's default).
    Distinct,
    /// All NULLs are one value (`NULLS NOT DISTINCT`, PostgreSQL 15 and later).
    NotDistinct,
}

/// A unique constraint.
#[derive(Debug, Clone, Copy)]
pub struct UniqueDef {
    /// The constraint's name.
    pub name: &'static str,
    /// The columns, in the order declared.
    pub columns: &'static [&'static str],
    /// How NULLs compare.
    pub nulls: NullsDef,
}

/// A check constraint.
#[derive(Debug, Clone, Copy)]
pub struct CheckDef {
    /// The constraint's name.
    pub name: &'static str,
    /// The condition, without the word CHECK and its parentheses.
    pub expression: &'static str,
}

/// What happens to the referencing rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Refuse at the end of the statement (the default).
    NoAction,
    /// Refuse at once.
    Restrict,
    /// Do the same to the referencing rows.
    Cascade,
    /// Set the referencing columns to NULL.
    SetNull,
    /// Set the referencing columns to their defaults.
    SetDefault,
}

/// When a foreign key is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deferrable {
    /// At the end of each statement.
    Not,
    /// Deferrable, and immediate unless the transaction says otherwise.
    InitiallyImmediate,
    /// At commit, unless the transaction says otherwise.
    InitiallyDeferred,
}

/// A foreign key.
#[derive(Debug, Clone, Copy)]
pub struct ForeignKeyDef {
    /// The whole name where one was declared; `None` follows the convention,
    /// `fk_{table}_{columns}_{referred table}`, which only the compiler can complete.
    pub name: Option<&'static str>,
    /// The referencing columns.
    pub columns: &'static [&'static str],
    /// The referenced table.
    pub target: QualifiedDef,
    /// The referenced columns, in the order of `columns`.
    pub target_columns: &'static [&'static str],
    /// On delete of the referenced row.
    pub on_delete: Action,
    /// On update of the referenced key.
    pub on_update: Action,
    /// When it is checked.
    pub deferrable: Deferrable,
}

impl ForeignKeyDef {
    /// Nothing is said: what emitted code starts from.
    #[doc(hidden)]
    pub const EMPTY: Self = Self {
        name: None,
        columns: &[],
        target: QualifiedDef {
            schema: "",
            name: "",
        },
        target_columns: &[],
        on_delete: Action::NoAction,
        on_update: Action::NoAction,
        deferrable: Deferrable::Not,
    };
}
