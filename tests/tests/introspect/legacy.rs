use bailiwick::catalog::{Column, Default, SqlType};
use bailiwick_tests::TestDatabase;
use sqlx::Executor;

use crate::{Scope, listed, owned, read, table};

const LEGACY: &str = include_str!("../../../examples/weather/legacy.sql");

#[tokio::test]
async fn the_running_example_is_read_whole() {
    let database = TestDatabase::create("legacy").await;
    let mut connection = database.connect().await;
    connection.execute(LEGACY).await.unwrap();
    let catalog = read(&mut connection, &Scope::schemas(["public"])).await;

    let public = &catalog.schemas["public"];
    let tables = || public.tables.values();
    assert_eq!(tables().count(), 21);
    assert_eq!(
        tables().map(|table| table.columns.len()).sum::<usize>(),
        180
    );
    let serials = tables()
        .flat_map(|table| &table.columns)
        .filter(|column| matches!(column.default, Default::Serial(_)));
    assert_eq!(serials.count(), 18);
    assert_eq!(
        tables()
            .filter_map(|table| table.primary_key.as_ref())
            .count(),
        21
    );
    assert_eq!(
        tables()
            .map(|table| table.foreign_keys.len())
            .sum::<usize>(),
        20
    );
    assert_eq!(tables().map(|table| table.uniques.len()).sum::<usize>(), 2);
    assert_eq!(tables().map(|table| table.checks.len()).sum::<usize>(), 0);
    // 65 in all, of which keys and unique constraints own 23.
    assert_eq!(tables().map(|table| table.indexes.len()).sum::<usize>(), 42);
    assert_eq!(listed(&public.unmanaged), [""; 0]);
    assert!(tables().all(|table| table.unmanaged.is_empty()));

    let chunks = table(&catalog, "public.rag_document_chunks");
    let hash = Column {
        name: "content_hash".to_owned(),
        sql_type: SqlType::new("varchar(255)"),
        nullable: false,
        default: Default::None,
        collation: None,
        comment: None,
        renamed_from: None,
    };
    assert_eq!(chunks.column("content_hash"), Some(&hash));
    let indexes: Vec<&String> = chunks.indexes.keys().collect();
    assert_eq!(
        indexes,
        [
            "ix_rag_chunks_content_hash",
            "ix_rag_chunks_document_idx",
            "ix_rag_document_chunks_content_hash",
            "ix_rag_document_chunks_document_id",
            "ix_rag_document_chunks_id",
        ]
    );
    let key = &chunks.foreign_keys["rag_document_chunks_document_id_fkey"];
    assert_eq!(key.columns, owned(&["document_id"]));
    assert_eq!(key.target.to_string(), "public.rag_documents");
}

#[tokio::test]
async fn reading_twice_gives_the_same_text() {
    let database = TestDatabase::create("twice").await;
    let mut connection = database.connect().await;
    connection.execute(LEGACY).await.unwrap();
    let once = read(&mut connection, &Scope::all()).await;
    let again = read(&mut connection, &Scope::all()).await;
    let text = |catalog| serde_json::to_string_pretty(catalog).unwrap();
    assert_eq!(text(&once), text(&again));
}
