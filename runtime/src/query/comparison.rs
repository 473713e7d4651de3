use super::fragment::Fragment;
use super::{ArrayElement, Condition, IntoValue};
use crate::{Column, ColumnType, Relation};

/// A column of type `Self` can be compared with one of type `Other`: the same type, either of them
/// nullable or not.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` cannot be compared with a column of type `{Other}`",
    label = "one is `{Self}`, the other is `{Other}`",
    note = "both columns must have the same type, apart from `Option`"
)]
pub trait Comparable<Other> {}

impl<V> Comparable<V> for V {}
impl<V> Comparable<Option<V>> for V {}
impl<V> Comparable<V> for Option<V> {}

/// The type of a column that can be NULL.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` is never NULL",
    label = "whether it is NULL is known without asking",
    note = "only a column whose type is an `Option` can be NULL; in a comparison with NULLs use `is_distinct_from`"
)]
pub trait Nullable {}

impl<V> Nullable for Option<V> {}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $value:ident, $(#[$column_doc:meta])* $column:ident => $operator:literal;)+) => {
        /// Comparisons. As everywhere in SQL, a comparison with NULL is neither true nor false.
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
        /// let select = Document::select().filter(|d| d.id.ge(10).and(d.title.eq("Index")));
        /// assert!(select.sql().ends_with(
        ///     "WHERE (\"rag\".\"documents\".\"id\" >= $1 AND \"rag\".\"documents\".\"title\" = $2)"
        /// ));
        ///
        /// let joined = DocumentChunk::select().join::<Document>(|c, d| c.document_id.eq_column(d.id));
        /// assert!(joined.sql().ends_with(
        ///     "ON \"rag\".\"document_chunks\".\"document_id\" = \"rag\".\"documents\".\"id\""
        /// ));
        /// ```
        impl<T: Relation, V> Column<T, V> {
            $(
                $(#[$doc])*
                pub fn $value(self, value: impl IntoValue<V>) -> Condition
                where
                    V: ColumnType + Send + Sync + 'static,
                {
                    let left = Fragment::new().column(self);
                    Condition::new(left.text($operator).value(value.into_value()))
                }

                $(#[$column_doc])*
                pub fn $column<U: Relation, W>(self, other: Column<U, W>) -> Condition
                where
                    V: Comparable<W>,
                {
                    Condition::new(Fragment::new().column(self).text($operator).column(other))
                }
            )+
        }
    };
}

comparisons! {
    /// `column = value`. A NULL is found by [`is_null`](Column::is_null), not by `eq(None)`.
    eq,
    /// `column = other`: what most joins are made on.
    eq_column => " = ";
    /// `column <> value`.
    ne,
    /// `column <> other`.
    ne_column => " <> ";
    /// `column < value`.
    lt,
    /// `column < other`.
    lt_column => " < ";
    /// `column <= value`.
    le,
    /// `column <= other`.
    le_column => " <= ";
    /// `column > value`.
    gt,
    /// `column > other`.
    gt_column => " > ";
    /// `column >= value`.
    ge,
    /// `column >= other`.
    ge_column => " >= ";
    /// `column IS DISTINCT FROM value`: like `ne`, but NULL is a value as any other.
    is_distinct_from,
    /// `column IS DISTINCT FROM other`.
    is_distinct_from_column => " IS DISTINCT FROM ";
    /// `column IS NOT DISTINCT FROM value`: like `eq`, but NULL is a value as any other. Postgres
    /// uses no index for it.
    is_not_distinct_from,
    /// `column IS NOT DISTINCT FROM other`.
    is_not_distinct_from_column => " IS NOT DISTINCT FROM ";
}

/// Lists and ranges.
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
/// let select = Document::select()
///     .filter(|d| d.id.between(10, 20))
///     .filter(|d| d.source_id.in_(["manual", "guide"]));
/// assert!(select.sql().ends_with("BETWEEN $1 AND $2 AND \"rag\".\"documents\".\"source_id\" = ANY($3)"));
/// ```
impl<T: Relation, V: ColumnType + Send + Sync + 'static> Column<T, V> {
    /// `column = ANY(values)`: one of them. Of an empty list, none.
    pub fn in_<I>(self, values: I) -> Condition
    where
        I: IntoIterator<Item: IntoValue<V>>,
        V: ArrayElement,
    {
        let values = values.into_iter().map(IntoValue::into_value).collect();
        Condition::new(
            Fragment::new()
                .column(self)
                .text(" = ANY(")
                .array(values)
                .text(")"),
        )
    }

    /// `column <> ALL(values)`: none of them.
    pub fn not_in<I>(self, values: I) -> Condition
    where
        I: IntoIterator<Item: IntoValue<V>>,
        V: ArrayElement,
    {
        let values = values.into_iter().map(IntoValue::into_value).collect();
        Condition::new(
            Fragment::new()
                .column(self)
                .text(" <> ALL(")
                .array(values)
                .text(")"),
        )
    }

    /// `column BETWEEN low AND high`, both included.
    pub fn between(self, low: impl IntoValue<V>, high: impl IntoValue<V>) -> Condition {
        let column = Fragment::new().column(self);
        let low = column.text(" BETWEEN ").value(low.into_value());
        Condition::new(low.text(" AND ").value(high.into_value()))
    }
}

/// Whether there is a value.
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
/// let untitled = Document::select().filter(|d| d.title.is_null());
/// assert!(untitled.sql().ends_with("\"title\" IS NULL"));
/// ```
impl<T: Relation, V> Column<T, V> {
    /// `column IS NULL`. Only a nullable column has it: of another, the answer is known.
    pub fn is_null(self) -> Condition
    where
        V: Nullable,
    {
        Condition::new(Fragment::new().column(self).text(" IS NULL"))
    }

    /// `column IS NOT NULL`.
    pub fn is_not_null(self) -> Condition
    where
        V: Nullable,
    {
        Condition::new(Fragment::new().column(self).text(" IS NOT NULL"))
    }
}
