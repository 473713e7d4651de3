use sqlx::postgres::{PgArguments, PgExecutor, PgQueryResult, PgRow};
use sqlx::{SqlSafeStr, SqlStr};

use super::{Execution, Row};
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

    /// The first row, if there is one.
    pub(crate) fn fetch_optional<'c, R: Row>(
        self,
        executor: impl PgExecutor<'c>,
    ) -> Execution<'c, Option<PgRow>, Option<R>> {
        let sql = self.sql;
        let sent = self
            .arguments
            .map(|arguments| executor.fetch_optional(sqlx::query_with(sql, arguments)));
        Execution::new(self.operation, self.table, sent, |row| {
            row.map(|row| R::decode(&row, 0)).transpose()
        })
    }

    pub(crate) async fn fetch_all<'c, R: Row>(
        self,
        executor: impl PgExecutor<'c>,
    ) -> Result<Vec<R>> {
        let (operation, table) = (self.operation, self.table);
        let failed = move |source| Error::Statement {
            operation,
            table,
            source,
        };
        let arguments = self.arguments.map_err(failed)?;
        let query = sqlx::query_with(self.sql, arguments).try_map(|row| R::decode(&row, 0));
        query.fetch_all(executor).await.map_err(failed)
    }

    /// What is to be known of the rows that it changed.
    pub(crate) fn execute<'c, T>(
        self,
        executor: impl PgExecutor<'c>,
        finish: fn(PgQueryResult) -> Result<T, sqlx::Error>,
    ) -> Execution<'c, PgQueryResult, T> {
        let sql = self.sql;
        let sent = self
            .arguments
            .map(|arguments| executor.execute(sqlx::query_with(sql, arguments)));
        Execution::new(self.operation, self.table, sent, finish)
    }
}
