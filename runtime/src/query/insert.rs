use std::marker::PhantomData;

use sqlx::postgres::{PgArguments, PgExecutor};

use super::Queries;
use super::prepared::Prepared;
use crate::{Error, Operation};

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

/// An INSERT of one row, made by [`QueriesExt::insert`](crate::QueriesExt::insert) or, with
/// `ON CONFLICT`, by [`QueriesExt::upsert`](crate::QueriesExt::upsert).
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
/// let new = NewDocument { source_id: "manual".to_owned(), title: None };
/// assert_eq!(
///     Document::insert(&new).sql(),
///     "INSERT INTO \"rag\".\"documents\" (\"source_id\", \"title\") VALUES ($1, $2) \
///      RETURNING \"id\", \"source_id\", \"title\""
/// );
/// ```
#[derive(Debug)]
#[must_use = "a statement does nothing until it is run"]
pub struct Insert<T> {
    prepared: Prepared,
    of: PhantomData<fn() -> T>,
}

impl<T: Queries> Insert<T> {
    pub(crate) fn new<N: InsertInto<T>>(sql: &'static str, row: &N) -> Self {
        let bind = |arguments: &mut _| row.bind_row(arguments);
        Self {
            prepared: Prepared::new::<T>(Operation::Insert, sql, bind),
            of: PhantomData,
        }
    }

    /// The statement.
    pub fn sql(&self) -> &str {
        self.prepared.sql()
    }

    /// Runs it and gives the whole row, with what the database filled.
    ///
    /// # Errors
    ///
    /// When the statement fails, or [`Error::Discarded`] when a trigger discards the row.
    pub async fn fetch_one<'c>(self, executor: impl PgExecutor<'c>) -> crate::Result<T> {
        let table = self.prepared.table();
        let row = self.prepared.fetch_optional(executor).await?;
        row.ok_or(Error::Discarded { table })
    }

    /// Runs it. The number is that of the rows written: 1, or 0 when a trigger discards the row.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    pub async fn execute<'c>(self, executor: impl PgExecutor<'c>) -> crate::Result<u64> {
        self.prepared
            .execute(executor, |done| Ok(done.rows_affected()))
            .await
    }
}
