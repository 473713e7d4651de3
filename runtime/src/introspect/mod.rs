//! What a live database holds, as a [`Catalog`].
//!
//! A fixed number of queries against `pg_catalog`, one a kind of object, whatever the number of
//! tables; all in one snapshot. They change nothing, and what the caller's transaction had set is as
//! before. What the catalog cannot hold is listed as unmanaged, so that nothing is lost without a word.

mod columns;
mod constraints;
mod draft;
mod error;
mod extensions;
mod indexes;
mod schemas;
mod scope;
mod sequences;
mod session;
mod tables;
mod unmanaged;

use sqlx::PgConnection;

pub use error::IntrospectError;
pub use scope::Scope;

use crate::catalog::Catalog;
use session::Session;

/// Reads what the database holds within the scope.
///
/// It can be called inside a transaction; then it sees what the transaction has done so far.
///
/// ```no_run
/// use bailiwick::introspect::{Scope, introspect};
/// use bailiwick::sqlx::{Connection, PgConnection};
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let mut connection = PgConnection::connect("postgres://localhost/weather").await?;
/// let catalog = introspect(&mut connection, &Scope::schemas(["core", "rag"])).await?;
/// for (name, table) in catalog.tables() {
///     println!("{name} has {} columns", table.columns.len());
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// When the server is too old, or refuses a query; the SQLSTATE is kept. The database is as it was.
pub async fn introspect(
    connection: &mut PgConnection,
    scope: &Scope,
) -> Result<Catalog, IntrospectError> {
    let mut session = Session::begin(connection).await?;
    let catalog = read(&mut session, scope).await;
    let ended = session.end().await;
    // What failed first is the reason; that the session could not be ended may be its consequence.
    let catalog = catalog?;
    ended?;
    Ok(catalog)
}

async fn read(connection: &mut PgConnection, scope: &Scope) -> Result<Catalog, IntrospectError> {
    let version = session::version(connection).await?;
    let mut draft = schemas::read(connection, scope).await?;
    tables::read(connection, scope, &mut draft).await?;
    columns::read(connection, &mut draft).await?;
    sequences::read(connection, &mut draft).await?;
    let mut indexes = indexes::read(connection, version, &draft).await?;
    // Those of constraints are taken out first: they are told with their constraint.
    constraints::read(connection, version, &mut indexes, &mut draft).await?;
    indexes::place(indexes, &mut draft);
    unmanaged::read_of_tables(connection, &mut draft).await?;
    unmanaged::read_of_schemas(connection, &mut draft).await?;
    let extensions = extensions::read(connection).await?;
    Ok(draft.into_catalog(extensions))
}
