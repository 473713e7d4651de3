use sqlx::postgres::PgArguments;

/// What is inserted into the table `T`: a struct with a field for each column that the database does not fill.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be inserted into the table of `{T}`",
    label = "this does not hold the columns of an INSERT into `{T}`",
    note = "where the database fills columns (a default, a serial, an identity), `#[table(insert = NewThing)]` writes the struct of what is left; where it fills none, the table's own struct is inserted"
)]
pub trait InsertInto<T> {
    /// `INSERT INTO .. VALUES ($1, ..) RETURNING` all columns.
    const INSERT: &'static str;

    /// Appends the values, in the order of the statement.
    ///
    /// # Errors
    ///
    /// When a value has no binary form in Postgres.
    fn bind_row(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error>;
}
