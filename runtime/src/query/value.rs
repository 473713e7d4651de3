use sqlx::postgres::{PgHasArrayType, Postgres};
use sqlx::{Encode, Type};

use crate::ColumnType;

/// A value that can be given where a column has the type `V`.
///
/// That is a `V`; for a nullable column (`Option<U>`) a plain `U`; and for text also a `&str`. It is
/// not `Into<V>`, of which the number types have so many that the type of a literal could no longer be
/// inferred.
///
/// ```
/// # use bailiwick::prelude::*;
/// # #[derive(Table)]
/// # #[schema = "rag"]
/// # #[table(insert = NewDocument)]
/// # struct Document {
/// #     #[primary_key]
/// #     #[column(serial)]
/// #     id: i64,
/// #     #[unique]
/// #     source_id: String,
/// #     title: Option<String>,
/// # }
/// let d = Document::COLUMNS;
/// let conditions = [d.id.eq(7), d.title.eq("Index"), d.title.eq(String::from("Index"))];
/// ```
#[diagnostic::on_unimplemented(
    message = "a value of type `{Self}` does not fit a column or key of type `{V}`",
    label = "this is `{Self}`, what is asked for is `{V}`",
    note = "give a value of that type itself; for a nullable column, `Option<U>`, a plain `U` will do; a key of several columns is a tuple",
    note = "to compare with another column, use `eq_column`, `lt_column` and so on"
)]
pub trait IntoValue<V> {
    /// The column's value.
    fn into_value(self) -> V;
}

impl<V> IntoValue<V> for V {
    fn into_value(self) -> V {
        self
    }
}

impl<V> IntoValue<Option<V>> for V {
    fn into_value(self) -> Option<V> {
        Some(self)
    }
}

impl IntoValue<String> for &str {
    fn into_value(self) -> String {
        self.to_owned()
    }
}

impl IntoValue<Option<String>> for &str {
    fn into_value(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl IntoValue<String> for &String {
    fn into_value(self) -> String {
        self.clone()
    }
}

impl IntoValue<Option<String>> for &String {
    fn into_value(self) -> Option<String> {
        Some(self.clone())
    }
}

/// A column type of which Postgres has arrays, so that a list of values is one argument.
#[diagnostic::on_unimplemented(
    message = "a list of `{Self}` cannot be an argument",
    label = "sqlx knows no array of this",
    note = "for a type of your own, implement `sqlx::postgres::PgHasArrayType`; a key of several columns cannot be looked up in a list"
)]
pub trait ArrayElement:
    ColumnType + PgHasArrayType + Type<Postgres> + for<'q> Encode<'q, Postgres>
{
}

#[diagnostic::do_not_recommend]
impl<V> ArrayElement for V where
    V: ColumnType + PgHasArrayType + Type<Postgres> + for<'q> Encode<'q, Postgres>
{
}
