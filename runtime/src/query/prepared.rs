use sqlx::postgres::{PgArguments, PgExecutor};
use sqlx::{SqlSafeStr, SqlStr};

use super::Row;
use crate::descriptor::QualifiedDef;
use crate::{Error, Operation, Relation, Result};

/// A statement with its arguments, ready to run.
#[derive(Debug)]
pub(crate) struct Prepared {
    operation: Operation,
    table: QualifiedDef,
    sql: SqlStr,
    /// Encoding can fail; that is told when the statement is run, so that builders need no `?`.
    arguments: Result<PgArguments, sqlx::Error>,
}

impl Prepared {
    pub(crate) fn new<T: Relation>(
        operation: Operation,
        sql: impl SqlSafeStr,
        bind: impl FnOnce(&mut PgArguments) -> Result<(), sqlx::Error>,
    ) -> Self {
        let mut arguments = PgArguments::default();
        let bound = bind(&mut arguments);
        Self {
            operation,
            table: QualifiedDef {
                schema: T::SCHEMA,
                name: T::NAME,
            },
            sql: sql.into_sql_str(),
            arguments: bound.map(|()| arguments),
        }
    }

    pub(crate) fn sql(&self) -> &str {
        self.sql.as_str()
    }

    pub(crate) fn table(&self) -> QualifiedDef {
        self.table
    }

    pub(crate) async fn fetch_optional<'c, R: Row>(
        self,
        executor: impl PgExecutor<'c>,
    ) -> Result<Option<R>> {
        let failed = self.failure();
        let arguments = self.arguments.map_err(failed)?;
        let query = sqlx::query_with(self.sql, arguments).try_map(|row| R::decode(&row, 0));
        query.fetch_optional(executor).await.map_err(failed)
    }

    pub(crate) async fn fetch_all<'c, R: Row>(
        self,
        executor: impl PgExecutor<'c>,
    ) -> Result<Vec<R>> {
        let failed = self.failure();
        let arguments = self.arguments.map_err(failed)?;
        let query = sqlx::query_with(self.sql, arguments).try_map(|row| R::decode(&row, 0));
        query.fetch_all(executor).await.map_err(failed)
    }

    /// How many rows it changed.
    pub(crate) async fn execute<'c>(self, executor: impl PgExecutor<'c>) -> Result<u64> {
        let failed = self.failure();
        let arguments = self.arguments.map_err(failed)?;
        let done = sqlx::query_with(self.sql, arguments)
            .execute(executor)
            .await
            .map_err(failed)?;
        Ok(done.rows_affected())
    }

    fn failure(&self) -> impl Fn(sqlx::Error) -> Error + Copy + use<> {
        let (operation, table) = (self.operation, self.table);
        move |source| Error::Statement {
            operation,
            table,
            source,
        }
    }
}
