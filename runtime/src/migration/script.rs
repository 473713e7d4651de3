use crate::catalog::QualifiedName;

use super::{Check, Class, DroppedColumn, Expectation, Hazard, Move, Part, Statement, Version};

/// One file: what its headers say, and its statements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Script {
    /// Whether its statements run in one transaction.
    pub mode: Mode,
    /// Lines for people at the top of the file.
    pub notes: Vec<String>,
    /// Where it comes from.
    pub part: Option<Part>,
    /// What must have been applied before; the preceding number of the same schema always must.
    pub requires: Vec<Version>,
    /// The tables that it moves or renames.
    pub moves: Vec<Move>,
    /// The relations (tables, indexes) that it creates.
    pub creates: Vec<QualifiedName>,
    /// The schemas that it creates.
    pub creates_schemas: Vec<String>,
    /// What it touches must look like this.
    pub expectations: Vec<Expectation>,
    /// What must hold of the rows.
    pub checks: Vec<Check>,
    /// What it can hurt.
    pub hazards: Vec<Hazard>,
    /// How far the down file restores; said in the down file.
    pub class: Option<Class>,
    /// Why reverting loses something; said in the down file.
    pub irreversible: Option<String>,
    /// Migrations that reverting this one has reverted as well; said in the down file.
    pub undoes: Vec<Version>,
    /// Tables that a down file drops: only when they are empty, or when the loss is allowed.
    pub drops_tables: Vec<QualifiedName>,
    /// Columns that a down file drops: only when they hold no value, or when the loss is allowed.
    pub drops_columns: Vec<DroppedColumn>,
    /// What it does.
    pub statements: Vec<Statement>,
}

/// Whether the statements of a file run in one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// All of them or none.
    #[default]
    Transaction,
    /// Each on its own, because one of them cannot run in a transaction (`-- no-transaction`).
    NoTransaction,
}
