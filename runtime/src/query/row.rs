use sqlx::postgres::PgRow;

/// A value that is read from consecutive columns of a result, by position.
///
/// By position, because the statement that asks for the columns is made from the same declaration:
/// looking each name up costs 7 to 10 % of the instructions of reading a row.
pub trait Row: Sized {
    /// How many columns it takes.
    const WIDTH: usize;

    /// Reads it from the columns that start at `first`.
    ///
    /// # Errors
    ///
    /// What sqlx says of the first column that is missing or of another type.
    fn decode(row: &PgRow, first: usize) -> Result<Self, sqlx::Error>;
}
