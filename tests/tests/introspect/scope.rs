use bailiwick::catalog::QualifiedName;
use bailiwick_tests::TestDatabase;
use sqlx::Executor;

use crate::{Scope, listed, read};

#[tokio::test]
async fn a_scope_names_schemas_and_leaves_out_tables() {
    let database = TestDatabase::create("scope").await;
    let mut connection = database.connect().await;
    connection
        .execute(
            "CREATE SCHEMA core; CREATE SCHEMA rag; CREATE SCHEMA other;
             CREATE TABLE core.users (id int); CREATE TABLE core.alembic_version (version_num text);
             CREATE TABLE rag.alembic_version (version_num text);
             CREATE TABLE other.things (id int);
             CREATE TEMPORARY TABLE passing (id int);",
        )
        .await
        .unwrap();
    let all = read(&mut connection, &Scope::all()).await;
    let schemas: Vec<&String> = all.schemas.keys().collect();
    assert_eq!(schemas, ["core", "other", "public", "rag"]);

    let scope = Scope::schemas(["rag", "core", "absent"])
        .without([QualifiedName::new("core", "alembic_version")]);
    let some = read(&mut connection, &scope).await;
    let tables: Vec<String> = some.tables().map(|(name, _)| name.to_string()).collect();
    assert_eq!(tables, ["core.users", "rag.alembic_version"]);
    let schemas: Vec<&String> = some.schemas.keys().collect();
    assert_eq!(schemas, ["core", "rag"]);
    assert_eq!(
        listed(&some.schemas["core"].unmanaged),
        ["table alembic_version"]
    );
    assert_eq!(some.schemas["rag"], all.schemas["rag"]);
}
