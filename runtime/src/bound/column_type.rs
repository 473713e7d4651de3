use sqlx::encode::Encode;
use sqlx::postgres::{PgArguments, PgRow, Postgres};
use sqlx::{Arguments, Column, Decode, Row, Type};

use crate::descriptor::ColumnDef;

/// A Rust type that can be the type of a column.
///
/// Whether the column may be NULL is what the type says here, not how it is spelled: an alias of
/// `Option<T>` is nullable, too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the type of a Postgres column",
    label = "no column type is known for this",
    note = "the types of `uuid`, `chrono` and `serde_json` are there with the bailiwick features of those names (`uuid`, `chrono`, `json`)",
    note = "for a type of your own, implement `bailiwick::ColumnType`"
)]
pub trait ColumnType: Sized {
    /// The SQL type, where `#[column(type = "..")]` does not say another.
    const SQL_TYPE: &'static str;
    /// Whether NULL is one of the values.
    const NULLABLE: bool = false;
    /// A column of this type of which nothing else is said; emitted code starts from it.
    #[doc(hidden)]
    const COLUMN: ColumnDef = ColumnDef {
        sql_type: Self::SQL_TYPE,
        nullable: Self::NULLABLE,
        ..ColumnDef::EMPTY
    };

    /// Reads the value at the position `index` of a row.
    ///
    /// # Errors
    ///
    /// What sqlx says: the position does not exist, or the value is of another type.
    fn decode_at(row: &PgRow, index: usize) -> Result<Self, sqlx::Error>;

    /// Appends the value to a statement's arguments.
    ///
    /// # Errors
    ///
    /// When the value has no binary form in Postgres, such as an array of more than 2^31 elements.
    fn bind_to(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error>;
}

/// Nullable variant of any column type.
impl<T> ColumnType for Option<T>
where
    T: ColumnType + Type<Postgres> + for<'r> Decode<'r, Postgres> + for<'q> Encode<'q, Postgres>,
{
    const SQL_TYPE: &'static str = T::SQL_TYPE;
    const NULLABLE: bool = true;

    fn decode_at(row: &PgRow, index: usize) -> Result<Self, sqlx::Error> {
        row.try_get(index)
    }

    fn bind_to(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error> {
        arguments.add(self).map_err(sqlx::Error::Encode)
    }
}

/// Reads a value by the name of its column: what `#[table(from_row)]` emits.
///
/// # Errors
///
/// What sqlx says: the row has no such column, or the value is of another type.
pub fn decode_named<V: ColumnType>(row: &PgRow, name: &str) -> Result<V, sqlx::Error> {
    V::decode_at(row, row.try_column(name)?.ordinal())
}
