use super::fragment::Fragment;
use crate::{Column, Relation};

/// By what rows are ordered: one or several columns, each with its direction.
///
/// A column by itself orders ascending; a tuple orders by its parts, the first one first.
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
/// let latest = Document::select().order_by(|d| d.id.desc());
/// let by_title = Document::select().order_by(|d| (d.title.asc().nulls_first(), d.id));
/// ```
#[derive(Debug, Clone)]
#[must_use = "an order does nothing until it is given to `order_by`"]
pub struct OrderBy {
    terms: Vec<Fragment>,
}

impl<T: Relation, V> Column<T, V> {
    /// Smallest first; NULLs last.
    pub fn asc(self) -> OrderBy {
        OrderBy {
            terms: vec![Fragment::new().column(self).text(" ASC")],
        }
    }

    /// Largest first; NULLs before them, unless [`OrderBy::nulls_last`] follows.
    pub fn desc(self) -> OrderBy {
        OrderBy {
            terms: vec![Fragment::new().column(self).text(" DESC")],
        }
    }
}

impl OrderBy {
    pub(crate) fn into_terms(self) -> Vec<Fragment> {
        self.terms
    }

    /// NULLs come before all values.
    pub fn nulls_first(self) -> Self {
        self.with(" NULLS FIRST")
    }

    /// NULLs come after all values.
    pub fn nulls_last(self) -> Self {
        self.with(" NULLS LAST")
    }

    fn with(mut self, suffix: &'static str) -> Self {
        self.terms = self
            .terms
            .into_iter()
            .map(|term| term.text(suffix))
            .collect();
        self
    }
}

impl<T: Relation, V> From<Column<T, V>> for OrderBy {
    fn from(column: Column<T, V>) -> Self {
        column.asc()
    }
}

macro_rules! tuples {
    ($(($($part:ident)+))+) => {$(
        impl<$($part: Into<OrderBy>),+> From<($($part,)+)> for OrderBy {
            fn from(parts: ($($part,)+)) -> Self {
                #[allow(non_snake_case, reason = "the type parameters name the parts")]
                let ($($part,)+) = parts;
                let mut terms = Vec::new();
                $(terms.extend($part.into().terms);)+
                Self { terms }
            }
        }
    )+};
}

tuples! {
    (A B)
    (A B C)
    (A B C D)
}
