use std::borrow::Cow;
use std::fmt::Write;

use super::{Queries, Row};
use crate::Relation;

/// What a SELECT reads from: one table, or a tuple of joined tables.
pub trait Source: Row {
    /// The table that stands first after FROM.
    type First: Queries;
    /// What the closures of the builder are given: a table's columns, or a tuple of them.
    type Columns: Copy;
    /// Its one value.
    const COLUMNS: Self::Columns;

    /// `SELECT` of all columns `FROM` the first table.
    #[doc(hidden)]
    fn select_from() -> Cow<'static, str>;
}

impl<T: Queries> Source for T {
    type First = T;
    type Columns = <T as Relation>::Columns;
    const COLUMNS: Self::Columns = <T as Relation>::COLUMNS;

    fn select_from() -> Cow<'static, str> {
        Cow::Borrowed(T::STATEMENTS.select)
    }
}

/// What comes of joining the table `U` to this.
pub trait Join<U: Queries>: Source {
    /// A tuple with one part more.
    type Joined: Source<First = Self::First>;
}

impl<T: Queries, U: Queries> Join<U> for T {
    type Joined = (T, U);
}

/// Appends all columns of a table, each with schema and table: in a join their names alone are ambiguous.
fn push_columns<T: Queries>(list: &mut String) {
    for column in T::TABLE.columns {
        let separator = if list.is_empty() { "SELECT " } else { ", " };
        // Writing to a `String` cannot fail.
        let _ = write!(
            list,
            "{separator}{}.\"{}\"",
            T::QUALIFIED,
            column.name.replace('"', "\"\"")
        );
    }
}

macro_rules! sources {
    ($(($first:ident $($part:ident)+))+) => {$(
        impl<$first: Queries, $($part: Queries),+> Source for ($first, $($part),+) {
            type First = $first;
            type Columns = (<$first as Relation>::Columns, $(<$part as Relation>::Columns),+);
            const COLUMNS: Self::Columns =
                (<$first as Relation>::COLUMNS, $(<$part as Relation>::COLUMNS),+);

            fn select_from() -> Cow<'static, str> {
                let mut sql = String::new();
                push_columns::<$first>(&mut sql);
                $(push_columns::<$part>(&mut sql);)+
                sql.push_str(" FROM ");
                sql.push_str($first::QUALIFIED);
                Cow::Owned(sql)
            }
        }
    )+};
}

sources! {
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
    (A B C D E F G)
    (A B C D E F G H)
}

macro_rules! joins {
    ($(($($part:ident)+))+) => {$(
        impl<$($part: Queries),+, Next: Queries> Join<Next> for ($($part),+) {
            type Joined = ($($part),+, Next);
        }
    )+};
}

joins! {
    (A B)
    (A B C)
    (A B C D)
    (A B C D E)
    (A B C D E F)
    (A B C D E F G)
}
