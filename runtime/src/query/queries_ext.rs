use std::future::Future;

use sqlx::postgres::PgExecutor;

use super::prepared::Prepared;
use super::{
    ArrayElement, ByKey, Insert, InsertInto, IntoValue, KeyValue, Queries, Select, UniqueKey,
};
use crate::{Column, Operation, Result};

/// The queries of a table.
///
/// They are methods of a trait so that a method of the user's own with the same name comes first.
/// Every one takes any sqlx executor: `&pool`, `&mut connection`, `&mut *transaction`.
pub trait QueriesExt: Queries {
    /// The row with this primary key, if there is one.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn find<'c>(
        executor: impl PgExecutor<'c>,
        key: impl IntoValue<Self::PrimaryKey>,
    ) -> impl Future<Output = Result<Option<Self>>> + Send
    where
        Self::PrimaryKey: KeyValue,
    {
        let key = key.into_value();
        let bind = |arguments: &mut _| key.bind_key(arguments);
        Prepared::new::<Self>(Operation::Select, Self::STATEMENTS.find, bind)
            .fetch_optional(executor)
    }

    /// The rows with these primary keys, in no particular order. A key without a row is left out.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn find_many<'c>(
        executor: impl PgExecutor<'c>,
        keys: &[Self::PrimaryKey],
    ) -> impl Future<Output = Result<Vec<Self>>> + Send
    where
        Self::PrimaryKey: ArrayElement + Clone + Send + Sync + 'static,
    {
        // A key that is an array element is a single column.
        let column = Column::<Self, Self::PrimaryKey>::new(Self::PRIMARY_KEY[0]);
        Select::<Self>::new().filter(|_| column.in_(keys.iter().cloned())).fetch_all(executor)
    }

    /// The look-up of a row by one of the table's unique keys.
    fn by<V: KeyValue>(key: UniqueKey<Self, V>, value: impl IntoValue<V>) -> ByKey<Self> {
        ByKey::new(key, &value.into_value())
    }

    /// All rows, to be filtered, ordered and joined.
    fn select() -> Select<Self> {
        Select::new()
    }

    /// Inserts a row.
    fn insert<N: InsertInto<Self>>(row: &N) -> Insert<Self> {
        Insert::new(N::INSERT, row)
    }

    /// Inserts a row, or, where one with the same value of the key is there, updates that one.
    fn upsert<V, N: InsertInto<Self>>(key: UniqueKey<Self, V>, row: &N) -> Insert<Self> {
        Insert::new(key.upsert, row)
    }

    /// Writes all columns of this row, found by its primary key, and gives the row as it now is;
    /// `None` if there is no such row.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn update<'c>(
        &self,
        executor: impl PgExecutor<'c>,
    ) -> impl Future<Output = Result<Option<Self>>> + Send
    where
        Self::PrimaryKey: KeyValue,
    {
        let bind = |arguments: &mut _| self.bind_update(arguments);
        Prepared::new::<Self>(Operation::Update, Self::STATEMENTS.update, bind)
            .fetch_optional(executor)
    }

    /// Deletes the row with this primary key, and says whether there was one.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn delete<'c>(
        executor: impl PgExecutor<'c>,
        key: impl IntoValue<Self::PrimaryKey>,
    ) -> impl Future<Output = Result<bool>> + Send
    where
        Self::PrimaryKey: KeyValue,
    {
        let key = key.into_value();
        let bind = |arguments: &mut _| key.bind_key(arguments);
        let prepared = Prepared::new::<Self>(Operation::Delete, Self::STATEMENTS.delete, bind);
        async move { Ok(prepared.execute(executor).await? > 0) }
    }
}

impl<T: Queries> QueriesExt for T {}
