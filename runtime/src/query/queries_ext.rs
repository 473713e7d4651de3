use std::future::Future;

use sqlx::postgres::{PgExecutor, PgQueryResult, PgRow};

use super::prepared::Prepared;
use super::{
    ArrayElement, ByKey, Execution, Insert, InsertInto, IntoValue, KeyValue, Queries, Select,
    UniqueKey,
};
use crate::{Column, Operation, Result};

/// The queries of a table.
///
/// They are methods of a trait so that a method of the user's own with the same name comes first.
/// Every one takes any sqlx executor: `&pool`, `&mut connection`, `&mut *transaction`.
///
/// ```no_run
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
/// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
/// let mut transaction = pool.begin().await.unwrap();
/// let new = NewDocument { source_id: "manual".to_owned(), title: None };
/// let mut written = Document::insert(&new).fetch_one(&mut *transaction).await?;
/// written.title = Some("The manual".to_owned());
/// written.update(&mut *transaction).await?;
/// transaction.commit().await.unwrap();
///
/// let found = Document::select().filter(|d| d.title.ilike("%manual%")).limit(10).fetch_all(&pool).await?;
/// # Ok(())
/// # }
/// ```
pub trait QueriesExt: Queries {
    /// The row with this primary key, if there is one.
    ///
    /// ```no_run
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
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// let document: Option<Document> = Document::find(&pool, 7).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn find<'c>(
        executor: impl PgExecutor<'c>,
        key: impl IntoValue<Self::PrimaryKey>,
    ) -> Execution<'c, Option<PgRow>, Option<Self>>
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
    /// ```no_run
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
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// let documents = Document::find_many(&pool, &[7, 8, 9]).await?;
    /// # Ok(())
    /// # }
    /// ```
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
        Select::<Self>::new()
            .filter(|_| column.in_(keys.iter().cloned()))
            .fetch_all(executor)
    }

    /// The look-up of a row by one of the table's unique keys.
    ///
    /// ```no_run
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
    /// # #[derive(Table)]
    /// # #[schema = "rag"]
    /// # #[unique(document_id, idx)]
    /// # struct DocumentChunk {
    /// #     #[primary_key]
    /// #     id: i64,
    /// #     #[references(Document)]
    /// #     document_id: i64,
    /// #     idx: i32,
    /// # }
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// let document = Document::by(Document::UQ_SOURCE_ID, "manual").fetch_one(&pool).await?;
    /// let chunk = DocumentChunk::by(DocumentChunk::UQ_DOCUMENT_ID_IDX, (document.id, 3))
    ///     .fetch_optional(&pool)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    fn by<V: KeyValue>(key: UniqueKey<Self, V>, value: impl IntoValue<V>) -> ByKey<Self> {
        ByKey::new(key, &value.into_value())
    }

    /// All rows, to be filtered, ordered and joined.
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
    /// let select = Document::select().filter(|d| d.id.gt(7)).order_by(|d| d.source_id);
    /// assert_eq!(
    ///     select.sql(),
    ///     "SELECT \"id\", \"source_id\", \"title\" FROM \"rag\".\"documents\" \
    ///      WHERE \"rag\".\"documents\".\"id\" > $1 ORDER BY \"rag\".\"documents\".\"source_id\" ASC"
    /// );
    /// ```
    fn select() -> Select<Self> {
        Select::new()
    }

    /// Inserts a row.
    ///
    /// ```no_run
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
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// let new = NewDocument { source_id: "manual".to_owned(), title: None };
    /// let document: Document = Document::insert(&new).fetch_one(&pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    fn insert<N: InsertInto<Self>>(row: &N) -> Insert<Self> {
        Insert::new(N::INSERT, row)
    }

    /// Inserts a row, or, where one with the same value of the key is there, updates that one.
    ///
    /// ```no_run
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
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// let new = NewDocument { source_id: "manual".to_owned(), title: Some("2nd edition".to_owned()) };
    /// Document::upsert(Document::UQ_SOURCE_ID, &new).execute(&pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    fn upsert<V, N: InsertInto<Self>>(key: UniqueKey<Self, V>, row: &N) -> Insert<Self> {
        Insert::new(key.upsert, row)
    }

    /// Writes all columns of this row, found by its primary key, and gives the row as it now is;
    /// `None` if there is no such row.
    ///
    /// ```no_run
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
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// if let Some(mut document) = Document::find(&pool, 7).await? {
    ///     document.title = None;
    ///     document.update(&pool).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn update<'c>(
        &self,
        executor: impl PgExecutor<'c>,
    ) -> Execution<'c, Option<PgRow>, Option<Self>>
    where
        Self::PrimaryKey: KeyValue,
    {
        // A row that is nothing but its key is as it should be, if it is there.
        let sql = match Self::STATEMENTS.update {
            "" => Self::STATEMENTS.find,
            update => update,
        };
        let bind = |arguments: &mut _| self.bind_update(arguments);
        Prepared::new::<Self>(Operation::Update, sql, bind).fetch_optional(executor)
    }

    /// Deletes the row with this primary key, and says whether there was one.
    ///
    /// ```no_run
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
    /// # async fn example(pool: bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    /// let was_there: bool = Document::delete(&pool, 7).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the statement fails.
    fn delete<'c>(
        executor: impl PgExecutor<'c>,
        key: impl IntoValue<Self::PrimaryKey>,
    ) -> Execution<'c, PgQueryResult, bool>
    where
        Self::PrimaryKey: KeyValue,
    {
        let key = key.into_value();
        let bind = |arguments: &mut _| key.bind_key(arguments);
        Prepared::new::<Self>(Operation::Delete, Self::STATEMENTS.delete, bind)
            .execute(executor, |done| Ok(done.rows_affected() > 0))
    }
}

impl<T: Queries> QueriesExt for T {}
