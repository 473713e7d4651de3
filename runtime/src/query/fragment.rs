use std::borrow::Cow;
use std::fmt::{self, Write};
use std::sync::Arc;

use sqlx::Arguments;
use sqlx::postgres::PgArguments;

use super::ArrayElement;
use crate::{Column, ColumnType, Relation};

type Binder = dyn Fn(&mut PgArguments) -> Result<(), sqlx::Error> + Send + Sync;

/// A part of a statement: text, and the arguments that stand in it.
///
/// The arguments are numbered only when the whole statement is written, so that parts can be put
/// together in any order.
#[derive(Clone, Default)]
pub(crate) struct Fragment {
    pieces: Vec<Piece>,
}

#[derive(Clone)]
enum Piece {
    Text(Cow<'static, str>),
    Column {
        table: &'static str,
        name: &'static str,
    },
    Argument(Arc<Binder>),
}

impl Fragment {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.pieces.push(Piece::Text(text.into()));
        self
    }

    /// A column with its table and schema, as unambiguous in a join as alone.
    pub(crate) fn column<T: Relation, V>(mut self, column: Column<T, V>) -> Self {
        self.pieces.push(Piece::Column {
            table: T::QUALIFIED,
            name: column.name(),
        });
        self
    }

    pub(crate) fn value<V>(mut self, value: V) -> Self
    where
        V: ColumnType + Send + Sync + 'static,
    {
        self.pieces.push(Piece::Argument(Arc::new(move |arguments| {
            value.bind_to(arguments)
        })));
        self
    }

    /// A list of values as one array, so that lists of any length share one prepared statement.
    pub(crate) fn array<V>(mut self, values: Vec<V>) -> Self
    where
        V: ArrayElement + Send + Sync + 'static,
    {
        self.pieces.push(Piece::Argument(Arc::new(move |arguments| {
            arguments.add(&values).map_err(sqlx::Error::Encode)
        })));
        self
    }

    pub(crate) fn append(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self
    }

    /// Its parts after `opening`, separated; nothing at all if there are none.
    pub(crate) fn list(
        mut self,
        opening: &'static str,
        parts: impl IntoIterator<Item = Self>,
        separator: &'static str,
    ) -> Self {
        let mut before = opening;
        for part in parts {
            self = self.text(before).append(part);
            before = separator;
        }
        self
    }

    /// The text, its arguments numbered from `$1`.
    pub(crate) fn sql(&self) -> String {
        let mut sql = String::new();
        // Writing to a `String` cannot fail.
        let _ = self.write(&mut sql);
        sql
    }

    fn write(&self, sql: &mut String) -> fmt::Result {
        let mut arguments = 0;
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => sql.push_str(text),
                Piece::Column { table, name } => {
                    write!(sql, "{table}.\"{}\"", name.replace('"', "\"\""))?;
                }
                Piece::Argument(_) => {
                    arguments += 1;
                    write!(sql, "${arguments}")?;
                }
            }
        }
        Ok(())
    }

    /// Appends the arguments, in the order in which [`Fragment::sql`] numbers them.
    pub(crate) fn bind(&self, arguments: &mut PgArguments) -> Result<(), sqlx::Error> {
        for piece in &self.pieces {
            if let Piece::Argument(binder) = piece {
                binder(arguments)?;
            }
        }
        Ok(())
    }
}

/// Shows the text only: values do not belong in logs.
impl fmt::Debug for Fragment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.sql())
    }
}
