//! A live database becomes the catalog that it was made from.

mod columns;
mod constraints;
mod expressions;
mod indexes;
mod legacy;
mod scope;
mod transactions;
mod unmanaged;

use bailiwick::catalog::{Catalog, QualifiedName, Table, Unmanaged};
use bailiwick::introspect::{Scope, introspect};
use bailiwick_tests::TestDatabase;
use sqlx::{Executor, PgConnection};

/// What a new database holds after these statements.
async fn catalog_after(statements: &'static str) -> Catalog {
    let database = TestDatabase::create("introspect").await;
    let mut connection = database.connect().await;
    connection.execute(statements).await.unwrap();
    read(&mut connection, &Scope::all()).await
}

async fn read(connection: &mut PgConnection, scope: &Scope) -> Catalog {
    introspect(connection, scope).await.unwrap()
}

fn table<'catalog>(catalog: &'catalog Catalog, name: &str) -> &'catalog Table {
    let qualified: QualifiedName = name.parse().unwrap();
    catalog.table(&qualified).unwrap_or_else(|| {
        let names: Vec<String> = catalog.tables().map(|(name, _)| name.to_string()).collect();
        panic!("no table {name} in {names:?}")
    })
}

/// `kind name` of each.
fn listed(unmanaged: &[Unmanaged]) -> Vec<String> {
    unmanaged
        .iter()
        .map(|object| format!("{} {}", object.kind, object.name))
        .collect()
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
