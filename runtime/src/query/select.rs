use std::fmt;
use std::marker::PhantomData;

use sqlx::AssertSqlSafe;
use sqlx::postgres::{PgExecutor, PgRow};

use super::fragment::Fragment;
use super::prepared::Prepared;
use super::{Condition, Join, OrderBy, Queries, Row, Source};
use crate::{ColumnType, Error, Operation, Relation, Result};

/// A SELECT in the making, from a table or a tuple of joined tables.
///
/// [`QueriesExt::select`](crate::QueriesExt::select) starts one. Its type stays the same whatever is
/// added (but for joins), so that a filter may be added on a condition.
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
/// fn search(title: Option<&str>) -> bailiwick::Select<Document> {
///     let select = Document::select().order_by(|d| d.id.desc()).limit(20);
///     match title {
///         Some(title) => select.filter(|d| d.title.ilike(format!("%{title}%"))),
///         None => select,
///     }
/// }
/// assert!(search(None).sql().ends_with("ORDER BY \"rag\".\"documents\".\"id\" DESC LIMIT $1"));
/// assert!(search(Some("manual")).sql().contains("\"title\" ILIKE $1 ORDER BY"));
/// ```
#[must_use = "a query does nothing until it is fetched"]
pub struct Select<S> {
    joins: Vec<Fragment>,
    filters: Vec<Condition>,
    order: Vec<Fragment>,
    limit: Option<u64>,
    offset: Option<u64>,
    of: PhantomData<fn() -> S>,
}

impl<S: Source> Select<S> {
    pub(crate) fn new() -> Self {
        Self {
            joins: Vec::new(),
            filters: Vec::new(),
            order: Vec::new(),
            limit: None,
            offset: None,
            of: PhantomData,
        }
    }

    /// Joins another table, in this schema or any other (`INNER JOIN`). The closure is given the
    /// columns of what is there and of the new table; the rows become tuples.
    ///
    /// One table cannot stand twice in a query: Postgres refuses it.
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
    /// let rows: Vec<(DocumentChunk, Document)> = DocumentChunk::select()
    ///     .join::<Document>(|c, d| c.document_id.eq_column(d.id))
    ///     .filter(|(c, d)| d.source_id.eq("manual").and(c.idx.lt(10)))
    ///     .fetch_all(&pool)
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn join<U: Queries>(
        self,
        on: impl FnOnce(S::Columns, <U as Relation>::Columns) -> Condition,
    ) -> Select<S::Joined>
    where
        S: Join<U>,
    {
        let condition = on(S::COLUMNS, <U as Relation>::COLUMNS).into_fragment();
        let mut joins = self.joins;
        joins.push(
            Fragment::new()
                .text(" JOIN ")
                .text(U::QUALIFIED)
                .text(" ON ")
                .append(condition),
        );
        Select {
            joins,
            filters: self.filters,
            order: self.order,
            limit: self.limit,
            offset: self.offset,
            of: PhantomData,
        }
    }

    /// Only rows for which the condition holds; with what was asked before, both.
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
    /// let untitled = Document::select().filter(|d| d.title.is_null()).filter(|d| d.id.gt(7));
    /// assert!(untitled.sql().ends_with("\"title\" IS NULL AND \"rag\".\"documents\".\"id\" > $1"));
    /// ```
    pub fn filter<C: Into<Condition>>(mut self, condition: impl FnOnce(S::Columns) -> C) -> Self {
        self.filters.push(condition(S::COLUMNS).into());
        self
    }

    /// Orders the rows; where an order was given before, rows that are equal in it.
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
    /// let documents = Document::select().order_by(|d| (d.title.desc().nulls_last(), d.id));
    /// assert!(documents.sql().ends_with(
    ///     "ORDER BY \"rag\".\"documents\".\"title\" DESC NULLS LAST, \"rag\".\"documents\".\"id\" ASC"
    /// ));
    /// ```
    pub fn order_by<O: Into<OrderBy>>(mut self, order: impl FnOnce(S::Columns) -> O) -> Self {
        self.order.extend(order(S::COLUMNS).into().into_terms());
        self
    }

    /// At most so many rows.
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
    /// let page = Document::select().order_by(|d| d.id).limit(20).offset(40).fetch_all(&pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn limit(mut self, rows: u64) -> Self {
        self.limit = Some(rows);
        self
    }

    /// Leaves out so many rows from the start.
    pub fn offset(mut self, rows: u64) -> Self {
        self.offset = Some(rows);
        self
    }

    /// The statement as it is sent: what is asked for, with `$1`, `$2` and so on for the values.
    pub fn sql(&self) -> String {
        self.rows().sql()
    }

    /// All rows.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    pub async fn fetch_all<'c>(self, executor: impl PgExecutor<'c>) -> Result<Vec<S>> {
        prepared::<S>(&self.rows()).fetch_all(executor).await
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    ///
    /// When the statement fails.
    pub async fn fetch_optional<'c>(self, executor: impl PgExecutor<'c>) -> Result<Option<S>> {
        prepared::<S>(&self.rows()).fetch_optional(executor).await
    }

    /// The first row.
    ///
    /// # Errors
    ///
    /// [`Error::NotFound`] when there is none, or when the statement fails.
    pub async fn fetch_one<'c>(self, executor: impl PgExecutor<'c>) -> Result<S> {
        let prepared = prepared::<S>(&self.rows());
        let table = prepared.table();
        let row = prepared.fetch_optional(executor).await?;
        row.ok_or(Error::NotFound { table, key: None })
    }

    /// How many rows [`Select::fetch_all`] would give, a limit and an offset included.
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
    /// let untitled: u64 = Document::select().filter(|d| d.title.is_null()).count(&pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// When the statement fails.
    pub async fn count<'c>(self, executor: impl PgExecutor<'c>) -> Result<u64> {
        let counted = Fragment::new()
            .text("SELECT count(*) FROM (SELECT FROM ")
            .text(S::First::QUALIFIED)
            .append(self.conditions())
            .append(self.bounds())
            .text(") AS \"counted\"");
        let count = prepared::<S>(&counted)
            .fetch_optional::<Count>(executor)
            .await?;
        Ok(count.map_or(0, |Count(rows)| rows.cast_unsigned()))
    }

    fn rows(&self) -> Fragment {
        Fragment::new()
            .text(S::select_from())
            .append(self.conditions())
            .list(" ORDER BY ", self.order.iter().cloned(), ", ")
            .append(self.bounds())
    }

    fn conditions(&self) -> Fragment {
        let filters = self.filters.iter().cloned().map(Condition::into_fragment);
        Fragment::new()
            .list("", self.joins.iter().cloned(), "")
            .list(" WHERE ", filters, " AND ")
    }

    fn bounds(&self) -> Fragment {
        // Postgres counts rows in a bigint: a larger bound is none.
        let bigint = |rows: u64| i64::try_from(rows).unwrap_or(i64::MAX);
        let mut bounds = Fragment::new();
        if let Some(rows) = self.limit {
            bounds = bounds.text(" LIMIT ").value(bigint(rows));
        }
        if let Some(rows) = self.offset {
            bounds = bounds.text(" OFFSET ").value(bigint(rows));
        }
        bounds
    }
}

fn prepared<S: Source>(statement: &Fragment) -> Prepared {
    // Safe: all text comes from the derives, from this crate, or through `unchecked_sql`.
    let sql = AssertSqlSafe(statement.sql());
    Prepared::new::<S::First>(Operation::Select, sql, |arguments| {
        statement.bind(arguments)
    })
}

/// The one row of a `SELECT count(*)`.
struct Count(i64);

impl Row for Count {
    const WIDTH: usize = 1;

    fn decode(row: &PgRow, first: usize) -> Result<Self, sqlx::Error> {
        i64::decode_at(row, first).map(Self)
    }
}

/// By hand: a derive would ask the same of `S`.
impl<S> Clone for Select<S> {
    fn clone(&self) -> Self {
        Self {
            joins: self.joins.clone(),
            filters: self.filters.clone(),
            order: self.order.clone(),
            limit: self.limit,
            offset: self.offset,
            of: PhantomData,
        }
    }
}

impl<S: Source> fmt::Debug for Select<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Select").field(&self.sql()).finish()
    }
}
