use std::fmt;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use crate::descriptor::QualifiedDef;
use crate::{Error, Operation, Result};

/// A statement on its way: what [`QueriesExt::find`](crate::QueriesExt::find) and its like return,
/// to be awaited. `A` is what sqlx answers, `T` what is made of it.
///
/// It is a type by name, not an `impl Future`, because rustc repeats an error in the arguments of a
/// method for each `impl Trait` that it returns; and it needs no allocation beside sqlx's own.
#[must_use = "a statement does nothing until it is awaited"]
pub struct Execution<'c, A, T> {
    operation: Operation,
    table: QualifiedDef,
    answer: Answer<'c, A>,
    finish: fn(A) -> Result<T, sqlx::Error>,
}

/// What sqlx returns.
type Coming<'c, A> = Pin<Box<dyn Future<Output = Result<A, sqlx::Error>> + Send + 'c>>;

enum Answer<'c, A> {
    Coming(Coming<'c, A>),
    NeverSent(Ready<Result<A, sqlx::Error>>),
}

impl<'c, A, T> Execution<'c, A, T> {
    pub(crate) fn new(
        operation: Operation,
        table: QualifiedDef,
        sent: Result<Coming<'c, A>, sqlx::Error>,
        finish: fn(A) -> Result<T, sqlx::Error>,
    ) -> Self {
        let answer = match sent {
            Ok(coming) => Answer::Coming(coming),
            Err(error) => Answer::NeverSent(ready(Err(error))),
        };
        Self {
            operation,
            table,
            answer,
            finish,
        }
    }
}

impl<A: Unpin, T> Future for Execution<'_, A, T> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let answer = match &mut this.answer {
            Answer::Coming(coming) => coming.as_mut().poll(context),
            Answer::NeverSent(error) => Pin::new(error).poll(context),
        };
        let (operation, table) = (this.operation, this.table);
        answer.map(|answer| {
            answer
                .and_then(this.finish)
                .map_err(|source| Error::Statement {
                    operation,
                    table,
                    source,
                })
        })
    }
}

impl<A, T> fmt::Debug for Execution<'_, A, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Execution")
            .field("operation", &self.operation)
            .field("table", &self.table)
            .finish_non_exhaustive()
    }
}
