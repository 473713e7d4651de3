use std::error::Error as _;

use bailiwick::descriptor::QualifiedDef;
use bailiwick::prelude::*;
use bailiwick::{Error, Operation};
use uuid::Uuid;

use crate::fixture::{chunk, database, document, location, number};
use crate::models::{Document, DocumentChunk, Location, NewLocation};

const CHUNKS: QualifiedDef = QualifiedDef {
    schema: "rag",
    name: "document_chunks",
};

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_row_is_named_by_table_and_key() {
    let (_database, pool) = database().await;
    let missing = DocumentChunk::by(DocumentChunk::UQ_DOCUMENT_ID_IDX, (Uuid::nil(), 3));
    let error = missing.fetch_one(&pool).await.unwrap_err();
    assert!(matches!(
        error,
        Error::NotFound {
            table: CHUNKS,
            key: Some("uq_document_chunks_document_id_idx")
        }
    ));
    assert_eq!(
        error.to_string(),
        "rag.document_chunks has no row with the given value of its key \
         `uq_document_chunks_document_id_idx`; use `fetch_optional` where that may be"
    );
    assert_eq!(error.sqlstate(), None);

    let error = DocumentChunk::select().fetch_one(&pool).await.unwrap_err();
    assert!(matches!(
        error,
        Error::NotFound {
            table: CHUNKS,
            key: None
        }
    ));
    assert_eq!(
        error.to_string(),
        "rag.document_chunks has no row that the query asks for; use `fetch_optional` where that may be"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_duplicate_names_the_constraint_and_the_values() {
    let (_database, pool) = database().await;
    let document = document(&pool, "a", None).await;
    let there = chunk(&pool, &document, 3).await;
    let duplicate = DocumentChunk {
        id: Uuid::new_v4(),
        ..there
    };

    let error = DocumentChunk::insert(&duplicate)
        .execute(&pool)
        .await
        .unwrap_err();
    assert!(matches!(
        error,
        Error::Statement {
            operation: Operation::Insert,
            table: CHUNKS,
            ..
        }
    ));
    assert_eq!(error.sqlstate(), Some("23505"));
    assert_eq!(
        error.constraint(),
        Some("uq_document_chunks_document_id_idx")
    );
    assert_eq!(error.table(), CHUNKS);
    assert_eq!(
        error.to_string(),
        format!(
            "cannot insert into rag.document_chunks: duplicate key value violates unique constraint \
             \"uq_document_chunks_document_id_idx\". Key (document_id, idx)=({}, 3) already exists \
             (SQLSTATE 23505). The statement changed nothing; a transaction around it accepts no \
             further statement until it is rolled back",
            document.id
        )
    );
    assert!(error.source().unwrap().is::<sqlx::Error>());
    assert_eq!(
        number(&pool, "SELECT count(*) FROM rag.document_chunks").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_statement_of_each_kind_says_what_it_was() {
    let (_database, pool) = database().await;
    let place = location(&pool, "Bern", None).await;
    let owner = document(&pool, "a", Some(place.id)).await;
    let mut part = chunk(&pool, &owner, 0).await;

    let error = Location::delete(&pool, place.id).await.unwrap_err();
    assert!(matches!(
        error,
        Error::Statement {
            operation: Operation::Delete,
            ..
        }
    ));
    assert_eq!(error.sqlstate(), Some("23503"));
    assert_eq!(
        error.constraint(),
        Some("fk_documents_location_id_locations")
    );
    assert!(
        error
            .to_string()
            .starts_with("cannot delete from core.locations: "),
        "{error}"
    );

    part.idx = -1;
    let error = part.update(&pool).await.unwrap_err();
    assert!(matches!(
        error,
        Error::Statement {
            operation: Operation::Update,
            ..
        }
    ));
    assert_eq!(error.sqlstate(), Some("23514"));
    assert_eq!(
        error.constraint(),
        Some("ck_document_chunks_idx_not_negative")
    );
    assert!(
        error
            .to_string()
            .starts_with("cannot update rag.document_chunks: "),
        "{error}"
    );

    sqlx::raw_sql("DROP TABLE rag.document_chunks")
        .execute(&pool)
        .await
        .unwrap();
    let error = DocumentChunk::select().fetch_all(&pool).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot read from rag.document_chunks: relation \"rag.document_chunks\" does not exist \
         (SQLSTATE 42P01)"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_a_trigger_discards_is_an_error_only_where_it_is_asked_for() {
    let (_database, pool) = database().await;
    sqlx::raw_sql(
        "CREATE FUNCTION core.discard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
         CREATE TRIGGER discard BEFORE INSERT ON core.locations
         FOR EACH ROW EXECUTE FUNCTION core.discard()",
    )
    .execute(&pool)
    .await
    .unwrap();
    let new = NewLocation {
        name: "Bern".to_owned(),
        elevation_m: None,
        active: true,
    };
    assert_eq!(Location::insert(&new).execute(&pool).await.unwrap(), 0);
    let error = Location::insert(&new).fetch_one(&pool).await.unwrap_err();
    assert!(matches!(error, Error::Discarded { .. }));
    assert!(
        error.to_string().contains("core.locations returned no row"),
        "{error}"
    );
    assert_eq!(
        number(&pool, "SELECT count(*) FROM core.locations").await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_cannot_be_read_back_was_written_all_the_same() {
    let (_database, pool) = database().await;
    sqlx::raw_sql("ALTER TABLE core.locations ALTER elevation_m TYPE text")
        .execute(&pool)
        .await
        .unwrap();
    sqlx::raw_sql("ALTER TABLE core.locations ALTER active DROP NOT NULL")
        .execute(&pool)
        .await
        .unwrap();
    sqlx::raw_sql(
        "CREATE FUNCTION core.forget() RETURNS trigger LANGUAGE plpgsql
         AS 'BEGIN NEW.active = NULL; NEW.elevation_m = NULL; RETURN NEW; END';
         CREATE TRIGGER forget BEFORE INSERT ON core.locations
         FOR EACH ROW EXECUTE FUNCTION core.forget()",
    )
    .execute(&pool)
    .await
    .unwrap();
    sqlx::raw_sql("ALTER TABLE core.locations ALTER elevation_m TYPE double precision USING NULL")
        .execute(&pool)
        .await
        .unwrap();
    let new = NewLocation {
        name: "Bern".to_owned(),
        elevation_m: None,
        active: true,
    };
    let error = Location::insert(&new).fetch_one(&pool).await.unwrap_err();
    assert!(
        error.to_string().contains("The statement itself succeeded"),
        "{error}"
    );
    assert_eq!(
        number(&pool, "SELECT count(*) FROM core.locations").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_could_not_be_sent_says_so() {
    let (_database, pool) = database().await;
    let place = location(&pool, "Bern", None).await;
    pool.close().await;
    let error = place.update(&pool).await.unwrap_err();
    assert_eq!(error.sqlstate(), None);
    assert!(
        error
            .to_string()
            .ends_with("Nothing was sent to the database"),
        "{error}"
    );
    let error = Document::find(&pool, Uuid::nil()).await.unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("cannot read from rag.documents: "),
        "{error}"
    );
}
