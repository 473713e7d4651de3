//! Which Rust types are column types, one file a crate that brings them.

mod builtin;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "uuid")]
mod uuid;

/// Implements [`ColumnType`](super::ColumnType) for types that sqlx encodes and decodes.
macro_rules! column_types {
    ($($rust:ty => $sql:literal,)*) => {$(
        impl crate::ColumnType for $rust {
            const SQL_TYPE: &'static str = $sql;

            fn decode_at(
                row: &::sqlx::postgres::PgRow,
                index: usize,
            ) -> Result<Self, ::sqlx::Error> {
                ::sqlx::Row::try_get(row, index)
            }

            fn bind_to(
                &self,
                arguments: &mut ::sqlx::postgres::PgArguments,
            ) -> Result<(), ::sqlx::Error> {
                ::sqlx::Arguments::add(arguments, self).map_err(::sqlx::Error::Encode)
            }
        }
    )*};
}

use column_types;
