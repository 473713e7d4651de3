//! The files of the running example's first stage, written by hand, and the database that they are run on.

use std::time::Duration;

use bailiwick::catalog::Catalog;
use bailiwick::introspect::{Scope, introspect};
use bailiwick::migration::{Folder, SUM};
use bailiwick::runner::{DownTarget, Report, RunError, Runner, Settings, UpTarget};
use bailiwick_tests::TestDatabase;
use sqlx::{AssertSqlSafe, Connection};
use tempfile::TempDir;

pub(crate) const FILES: &[(&str, &str)] = &[
    (
        "rag/0001_create_rag.up.sql",
        "-- creates-schema: rag\n\nCREATE SCHEMA \"rag\";\n",
    ),
    (
        "rag/0001_create_rag.down.sql",
        "-- class: exact\n\nDROP SCHEMA \"rag\";\n",
    ),
    (
        "rag/0002_move_rag.up.sql",
        r#"-- moves: public.rag_documents -> rag.documents
-- moves: public.rag_document_chunks -> rag.document_chunks
-- hazard: TABLE_MOVED what names it by its old place fails

ALTER TABLE "public"."rag_documents" SET SCHEMA "rag";
ALTER TABLE "rag"."rag_documents" RENAME TO "documents";
ALTER TABLE "public"."rag_document_chunks" SET SCHEMA "rag";
ALTER TABLE "rag"."rag_document_chunks" RENAME TO "document_chunks";
DO $$ DECLARE who text; BEGIN
    FOR who IN SELECT quote_ident(pg_get_userbyid(p.grantee)) FROM pg_catalog.pg_class AS c, aclexplode(c.relacl) AS p
        WHERE c.oid = '"rag"."documents"'::pg_catalog.regclass AND p.grantee <> c.relowner LOOP
        EXECUTE 'GRANT USAGE ON SCHEMA "rag" TO ' || who;
    END LOOP;
END $$;
"#,
    ),
    (
        "rag/0002_move_rag.down.sql",
        r#"-- class: exact

ALTER TABLE "rag"."document_chunks" RENAME TO "rag_document_chunks";
ALTER TABLE "rag"."rag_document_chunks" SET SCHEMA "public";
ALTER TABLE "rag"."documents" RENAME TO "rag_documents";
ALTER TABLE "rag"."rag_documents" SET SCHEMA "public";
"#,
    ),
    (
        "rag/0003_build_unique.up.sql",
        r#"-- no-transaction
-- creates: rag.uq_document_chunks_document_id_idx
-- check: SELECT document_id, idx, count(*) AS rows FROM {rag.document_chunks} GROUP BY document_id, idx HAVING count(*) > 1
-- because: uq_document_chunks_document_id_idx allows one row for each (document_id, idx)

CREATE UNIQUE INDEX CONCURRENTLY "uq_document_chunks_document_id_idx" ON "rag"."document_chunks" ("document_id", "idx");
"#,
    ),
    (
        "rag/0003_build_unique.down.sql",
        "-- no-transaction\n-- class: exact\n\nDROP INDEX CONCURRENTLY \"rag\".\"uq_document_chunks_document_id_idx\";\n",
    ),
    (
        "rag/0004_attach_unique.up.sql",
        r#"ALTER TABLE "rag"."document_chunks" ADD CONSTRAINT "uq_document_chunks_document_id_idx" UNIQUE USING INDEX "uq_document_chunks_document_id_idx";
"#,
    ),
    (
        "rag/0004_attach_unique.down.sql",
        r#"-- class: exact
-- undoes: rag/0003

ALTER TABLE "rag"."document_chunks" DROP CONSTRAINT "uq_document_chunks_document_id_idx";
"#,
    ),
    (
        "rag/0005_drop_redundant.up.sql",
        "DROP INDEX \"rag\".\"ix_rag_document_chunks_content_hash\";\nDROP INDEX \"rag\".\"ix_rag_document_chunks_id\";\n",
    ),
    (
        "rag/0005_drop_redundant.down.sql",
        r#"-- no-transaction
-- class: exact

CREATE INDEX CONCURRENTLY "ix_rag_document_chunks_id" ON "rag"."document_chunks" ("id");
CREATE INDEX CONCURRENTLY "ix_rag_document_chunks_content_hash" ON "rag"."document_chunks" ("content_hash");
"#,
    ),
];

pub(crate) fn folder() -> Folder {
    write(FILES)
}

/// The folder of these files, by way of the disk.
pub(crate) fn write(files: &[(&str, impl AsRef<str>)]) -> Folder {
    Folder::read(on_disk(files).path()).unwrap()
}

/// A sealed folder of these files.
pub(crate) fn on_disk(files: &[(&str, impl AsRef<str>)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text.as_ref()).unwrap();
    }
    Folder::seal(root.path()).unwrap();
    assert!(root.path().join(SUM).exists());
    root
}

pub(crate) fn settings() -> Settings {
    let mut settings = Settings::new("core");
    settings.schema_order = vec!["core".to_owned(), "rag".to_owned()];
    settings.wait = Duration::from_secs(30);
    settings
}

pub(crate) async fn connect(database: &TestDatabase) -> Runner {
    connect_with(database, settings()).await
}

pub(crate) async fn connect_with(database: &TestDatabase, mut settings: Settings) -> Runner {
    settings.connections = database.connections();
    Runner::connect(database.url().parse().unwrap(), settings)
        .await
        .unwrap()
}

/// Goes up as far as it goes, on a connection of its own.
pub(crate) async fn up(database: &TestDatabase, folder: &Folder) -> Result<Report, RunError> {
    let mut runner = connect(database).await;
    let report = runner.up(folder, &UpTarget::Latest, &mut ()).await;
    runner.close().await.unwrap();
    report
}

/// Goes down to nothing, on a connection of its own.
pub(crate) async fn down_to_zero(
    database: &TestDatabase,
    folder: &Folder,
) -> Result<Report, RunError> {
    let mut runner = connect(database).await;
    let report = runner.down(folder, &DownTarget::Zero, &mut ()).await;
    runner.close().await.unwrap();
    report
}

/// Everything that stands in the database, the ledger included.
pub(crate) async fn catalog(database: &TestDatabase) -> Catalog {
    let mut connection = database.connect().await;
    let catalog = introspect(&mut connection, &Scope::all()).await.unwrap();
    connection.close().await.unwrap();
    catalog
}

pub(crate) async fn run(database: &TestDatabase, sql: &str) {
    let mut connection = database.connect().await;
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

/// The first value of a query that gives one text.
pub(crate) async fn value(database: &TestDatabase, sql: &str) -> String {
    let mut connection = database.connect().await;
    let value = sqlx::query_scalar(AssertSqlSafe(sql))
        .fetch_one(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    value
}

pub(crate) async fn seed(database: &TestDatabase, chunks: usize) {
    run(
        database,
        &format!(
            "CREATE TABLE public.rag_documents (id int NOT NULL CONSTRAINT rag_documents_pkey PRIMARY KEY, source_id text NOT NULL);
             CREATE TABLE public.rag_document_chunks (id int NOT NULL CONSTRAINT rag_document_chunks_pkey PRIMARY KEY,
                 document_id int NOT NULL CONSTRAINT rag_document_chunks_document_id_fkey REFERENCES public.rag_documents,
                 idx int NOT NULL, content_hash text NOT NULL);
             CREATE INDEX ix_rag_document_chunks_id ON public.rag_document_chunks (id);
             CREATE INDEX ix_rag_document_chunks_content_hash ON public.rag_document_chunks (content_hash);
             INSERT INTO public.rag_documents SELECT n, 'source ' || n FROM generate_series(0, 9) AS n;
             INSERT INTO public.rag_document_chunks SELECT n, n % 10, n / 10, md5(n::text) FROM generate_series(1, {chunks}) AS n"
        ),
    )
    .await;
}
