use std::ops::Not;

use super::fragment::Fragment;
use crate::{Column, Relation};

/// A condition on rows: what a WHERE or the ON of a join holds.
///
/// Made by the operators of [`Column`], or by [`unchecked_sql`](crate::unchecked_sql). A boolean
/// column is a condition by itself.
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
/// let condition = d.id.gt(7).and(d.title.is_null().or(d.title.like("A%")).not());
/// let select = Document::select().filter(|_| condition);
/// assert!(select.sql().ends_with(
///     "WHERE (\"rag\".\"documents\".\"id\" > $1 AND NOT ((\"rag\".\"documents\".\"title\" IS NULL \
///      OR \"rag\".\"documents\".\"title\" LIKE $2)))"
/// ));
/// ```
#[derive(Debug, Clone)]
#[must_use = "a condition does nothing until it is given to `filter` or `join`"]
pub struct Condition {
    fragment: Fragment,
}

impl Condition {
    pub(crate) fn new(fragment: Fragment) -> Self {
        Self { fragment }
    }

    pub(crate) fn into_fragment(self) -> Fragment {
        self.fragment
    }

    /// Both hold.
    pub fn and(self, other: impl Into<Self>) -> Self {
        self.joined(" AND ", other.into())
    }

    /// At least one of them holds.
    pub fn or(self, other: impl Into<Self>) -> Self {
        self.joined(" OR ", other.into())
    }

    /// It is false. A condition on NULL is neither true nor false, and so is its opposite.
    #[expect(
        clippy::should_implement_trait,
        reason = "it is implemented, too; this needs no import"
    )]
    pub fn not(self) -> Self {
        Self::new(
            Fragment::new()
                .text("NOT (")
                .append(self.fragment)
                .text(")"),
        )
    }

    fn joined(self, word: &'static str, other: Self) -> Self {
        Self::new(
            Fragment::new()
                .text("(")
                .append(self.fragment)
                .text(word)
                .append(other.fragment)
                .text(")"),
        )
    }
}

impl Not for Condition {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

impl<T: Relation> From<Column<T, bool>> for Condition {
    fn from(column: Column<T, bool>) -> Self {
        Self::new(Fragment::new().column(column))
    }
}

impl<T: Relation> From<Column<T, Option<bool>>> for Condition {
    fn from(column: Column<T, Option<bool>>) -> Self {
        Self::new(Fragment::new().column(column))
    }
}
