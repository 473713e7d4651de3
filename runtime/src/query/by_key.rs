use std::marker::PhantomData;

use sqlx::postgres::PgExecutor;

use super::prepared::Prepared;
use super::{KeyValue, Queries, UniqueKey};
use crate::{Error, Operation, Result};

/// The look-up of one row by a unique key, made by [`QueriesExt::by`](crate::QueriesExt::by).
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
/// let by_source = Document::by(Document::UQ_SOURCE_ID, "manual");
/// assert!(by_source.sql().ends_with("FROM \"rag\".\"documents\" WHERE \"source_id\" = $1"));
/// ```
#[derive(Debug)]
#[must_use = "a query does nothing until it is fetched"]
pub struct ByKey<T> {
    key: &'static str,
    prepared: Prepared,
    of: PhantomData<fn() -> T>,
}

impl<T: Queries> ByKey<T> {
    pub(crate) fn new<V: KeyValue>(key: UniqueKey<T, V>, value: &V) -> Self {
        let bind = |arguments: &mut _| value.bind_key(arguments);
        Self {
            key: key.name,
            prepared: Prepared::new::<T>(Operation::Select, key.select, bind),
            of: PhantomData,
        }
    }

    /// The statement.
    pub fn sql(&self) -> &str {
        self.prepared.sql()
    }

    /// The row, if there is one.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    pub async fn fetch_optional<'c>(self, executor: impl PgExecutor<'c>) -> Result<Option<T>> {
        self.prepared.fetch_optional(executor).await
    }

    /// The row.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] when there is none, or when the statement fails.
    pub async fn fetch_one<'c>(self, executor: impl PgExecutor<'c>) -> Result<T> {
        let (table, key) = (self.prepared.table(), Some(self.key));
        let row = self.prepared.fetch_optional(executor).await?;
        row.ok_or(Error::NotFound { table, key })
    }
}
