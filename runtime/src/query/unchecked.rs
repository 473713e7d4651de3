use std::borrow::Cow;

use super::Condition;
use super::fragment::Fragment;
use crate::{Column, ColumnType, Relation};

/// SQL text that nobody checks: the only way by which text becomes part of a statement.
///
/// What is written here is trusted as it stands. A value goes in with [`UncheckedSql::bind`], never
/// into the text; a column with [`UncheckedSql::column`], so that it is still checked and qualified.
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
/// use bailiwick::unchecked_sql;
///
/// let long = Document::select()
///     .filter(|d| unchecked_sql("char_length(").column(d.title).then(unchecked_sql(") > ")).bind(80));
/// assert!(long.sql().ends_with("WHERE (char_length(\"rag\".\"documents\".\"title\") > $1)"));
/// ```
pub fn unchecked_sql(text: impl Into<Cow<'static, str>>) -> UncheckedSql {
    UncheckedSql {
        fragment: Fragment::new().text(text),
    }
}

/// A piece of a condition that was written as text, by [`unchecked_sql`].
#[derive(Debug, Clone)]
#[must_use = "it does nothing until it is part of a condition"]
pub struct UncheckedSql {
    fragment: Fragment,
}

impl UncheckedSql {
    /// An argument, at the end of what is there.
    pub fn bind<V>(self, value: V) -> Self
    where
        V: ColumnType + Send + Sync + 'static,
    {
        Self {
            fragment: self.fragment.value(value),
        }
    }

    /// A column, at the end of what is there.
    pub fn column<T: Relation, V>(self, column: Column<T, V>) -> Self {
        Self {
            fragment: self.fragment.column(column),
        }
    }

    /// More text, at the end of what is there: `unchecked_sql("a % ").bind(2).then(unchecked_sql(" = 0"))`.
    pub fn then(self, more: Self) -> Self {
        Self {
            fragment: self.fragment.append(more.fragment),
        }
    }
}

/// In parentheses, so that an OR in it stays in it.
impl From<UncheckedSql> for Condition {
    fn from(sql: UncheckedSql) -> Self {
        Self::new(Fragment::new().text("(").append(sql.fragment).text(")"))
    }
}
