use std::marker::PhantomData;

use sqlx::postgres::PgArguments;

use crate::ColumnType;

/// A key of the table `T` whose values are of type `V`: a column's type, or a tuple.
///
/// The derive makes a constant for each: `PK` for the primary key, `UQ_{COLUMNS}` for a unique constraint.
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
/// assert_eq!(Document::PK.name(), "pk_documents");
/// assert_eq!(Document::UQ_SOURCE_ID.columns(), ["source_id"]);
/// ```
pub struct UniqueKey<T, V> {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub columns: &'static [&'static str],
    /// `SELECT .. WHERE` the key's columns are the arguments.
    #[doc(hidden)]
    pub select: &'static str,
    /// `INSERT .. ON CONFLICT` on the key; empty where nothing can be inserted through the models.
    #[doc(hidden)]
    pub upsert: &'static str,
    #[doc(hidden)]
    pub of: PhantomData<fn() -> (T, V)>,
}

impl<T, V> UniqueKey<T, V> {
    /// The constraint's name in the database.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its columns, in the order declared.
    pub const fn columns(&self) -> &'static [&'static str] {
        self.columns
    }
}

impl<T, V> Clone for UniqueKey<T, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, V> Copy for UniqueKey<T, V> {}

/// The value of a key: of one column, or a tuple of several.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the value of a key",
    label = "no row can be looked up by this",
    note = "`()` stands for the primary key of a table that has none: give the table one, or look the row up with `select().filter(..)`"
)]
pub trait KeyValue {
    /// Appends the values to a statement's arguments.
    ///
    /// # Errors
    ///
    /// When a value has no binary form in Postgres.
    fn bind_key(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error>;
}

#[diagnostic::do_not_recommend]
impl<V: ColumnType> KeyValue for V {
    fn bind_key(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error> {
        self.bind_to(arguments)
    }
}

macro_rules! tuples {
    ($(($($part:ident)+))+) => {$(
        impl<$($part: ColumnType),+> KeyValue for ($($part,)+) {
            fn bind_key(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error> {
                #[allow(non_snake_case, reason = "the type parameters name the parts")]
                let ($($part,)+) = self;
                $($part.bind_to(arguments)?;)+
                Ok(())
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
