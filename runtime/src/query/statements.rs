use sqlx::postgres::PgArguments;

use super::Row;
use crate::Table;

/// The statements of one table, as literals.
#[derive(Debug, Clone, Copy)]
pub struct Statements {
    /// `SELECT` of all columns, without a condition.
    pub select: &'static str,
    /// `SELECT` by the primary key; empty if there is none.
    pub find: &'static str,
    /// `UPDATE` of all other columns by the primary key, which comes last among the arguments;
    /// empty if there is no primary key or no other column to write.
    pub update: &'static str,
    /// `DELETE` by the primary key; empty if there is none.
    pub delete: &'static str,
}

/// A table whose rows can be read and written.
///
/// What it is used for is in [`QueriesExt`](crate::QueriesExt).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "this is not a `#[derive(Table)]` struct",
    note = "only a struct with `#[derive(Table)]` can be queried"
)]
pub trait Queries: Table + Row {
    /// Its statements.
    const STATEMENTS: Statements;

    /// Appends the arguments of [`Statements::update`]: the columns to write, if any, and the primary key.
    ///
    /// # Errors
    ///
    /// When a value has no binary form in Postgres.
    fn bind_update(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error>;
}
