use super::Condition;
use super::fragment::Fragment;
use crate::{Column, Relation};

/// The type of a column that holds text: `String`, or `Option<String>`.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` holds no text",
    label = "LIKE is for `String` and `Option<String>`"
)]
pub trait TextColumn {}

impl TextColumn for String {}
impl TextColumn for Option<String> {}

/// Patterns, in which `%` stands for any text, `_` for any character, and `\` takes their meaning away.
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
/// let select = Document::select().filter(|d| d.source_id.like("guide/%").and(d.title.not_ilike("%draft%")));
/// assert!(select.sql().contains("\"source_id\" LIKE $1 AND "));
/// ```
impl<T: Relation, V> Column<T, V> {
    /// `column LIKE pattern`.
    pub fn like(self, pattern: impl Into<String>) -> Condition
    where
        V: TextColumn,
    {
        self.pattern(" LIKE ", pattern.into())
    }

    /// `column NOT LIKE pattern`.
    pub fn not_like(self, pattern: impl Into<String>) -> Condition
    where
        V: TextColumn,
    {
        self.pattern(" NOT LIKE ", pattern.into())
    }

    /// `column ILIKE pattern`: LIKE without regard to case.
    pub fn ilike(self, pattern: impl Into<String>) -> Condition
    where
        V: TextColumn,
    {
        self.pattern(" ILIKE ", pattern.into())
    }

    /// `column NOT ILIKE pattern`.
    pub fn not_ilike(self, pattern: impl Into<String>) -> Condition
    where
        V: TextColumn,
    {
        self.pattern(" NOT ILIKE ", pattern.into())
    }

    fn pattern(self, operator: &'static str, pattern: String) -> Condition {
        Condition::new(Fragment::new().column(self).text(operator).value(pattern))
    }
}
