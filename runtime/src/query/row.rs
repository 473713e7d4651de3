use sqlx::postgres::PgRow;

/// A value that is read from consecutive columns of a result, by position.
///
/// By position, because the statement that asks for the columns is made from the same declaration:
/// looking each name up costs 7 to 10 % of the instructions of reading a row.
///
/// A tuple of rows is a row: what a join gives.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a row",
    label = "this is neither a table's struct nor a tuple of them",
    note = "`#[derive(Table)]` makes a struct the row of its table"
)]
pub trait Row: Sized + Send + Unpin {
    /// How many columns it takes.
    const WIDTH: usize;

    /// Reads it from the columns that start at `first`.
    ///
    /// # Errors
    ///
    /// What sqlx says of the first column that is missing or of another type.
    fn decode(row: &PgRow, first: usize) -> Result<Self, sqlx::Error>;
}

macro_rules! tuples {
    ($(($($part:ident)+))+) => {$(
        impl<$($part: Row),+> Row for ($($part,)+) {
            const WIDTH: usize = 0 $(+ $part::WIDTH)+;

            fn decode(row: &PgRow, first: usize) -> Result<Self, sqlx::Error> {
                let mut next = first;
                let mut take = |width| {
                    next += width;
                    next - width
                };
                Ok(($($part::decode(row, take($part::WIDTH))?,)+))
            }
        }
    )+};
}

tuples! {
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
    (A B C D E F G)
    (A B C D E F G H)
}
