//! Steps without transaction that were interrupted.

use std::time::Duration;

use bailiwick::runner::{DownTarget, Event, MigrationState, UpTarget};
use bailiwick_tests::{TestDatabase, several_connections};

use crate::fixture::{catalog, connect, down_to_zero, folder, seed, up, value};

#[tokio::test]
async fn an_index_left_invalid_is_built_anew() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("invalid").await;
    seed(&database, 100).await;
    let mut runner = connect(&database).await;
    runner
        .up(
            &folder(),
            &UpTarget::To("rag/0002".parse().unwrap()),
            &mut (),
        )
        .await
        .unwrap();
    // A reader with an old snapshot holds the build up; then its backend is killed in the midst of it.
    let mut reader = database.connect().await;
    sqlx::raw_sql(
        "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM rag.document_chunks",
    )
    .execute(&mut reader)
    .await
    .unwrap();
    let killed =
        tokio::spawn(async move { runner.up(&folder(), &UpTarget::Latest, &mut ()).await });
    let kill = "SELECT coalesce(bool_or(pg_terminate_backend(a.pid)), false)::text FROM pg_stat_activity AS a JOIN pg_class AS c ON c.relname = 'uq_document_chunks_document_id_idx' WHERE a.query LIKE 'CREATE UNIQUE INDEX CONC%' AND a.datname = current_database() AND a.state = 'active'";
    while value(&database, kill).await != "true" {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let error = killed.await.unwrap().unwrap_err();
    assert!(
        error
            .to_string()
            .contains("rag/0003 runs without transaction and is unfinished"),
        "{error}"
    );
    let valid = "SELECT indisvalid::text FROM pg_index WHERE indexrelid = 'rag.uq_document_chunks_document_id_idx'::regclass";
    assert_eq!(value(&database, valid).await, "false");
    sqlx::raw_sql("COMMIT").execute(&mut reader).await.unwrap();

    let mut runner = connect(&database).await;
    let mut dropped = 0;
    let mut progress =
        |event: &Event| dropped += usize::from(matches!(event, Event::InvalidIndexDropped { .. }));
    let report = runner
        .up(&folder(), &UpTarget::Latest, &mut progress)
        .await
        .unwrap();
    assert_eq!((report.versions.len(), dropped), (3, 1));
    assert_eq!(value(&database, valid).await, "true");
}

/// An index that a down file without transaction builds or drops, and how far up one must be for it.
struct Interrupted {
    applied: &'static str,
    verb: &'static str,
    index: &'static str,
    /// Whether the run that goes on with it drops what was left of the index before it begins anew.
    rebuilt: usize,
}

const INTERRUPTED: [Interrupted; 2] = [
    Interrupted {
        applied: "rag/0005",
        verb: "CREATE",
        index: "ix_rag_document_chunks_id",
        rebuilt: 1,
    },
    Interrupted {
        applied: "rag/0003",
        verb: "DROP",
        index: "uq_document_chunks_document_id_idx",
        rebuilt: 0,
    },
];

/// Goes up, then begins to go down, and kills the backend when the index is there and not valid.
async fn interrupt_down(database: &TestDatabase, case: &Interrupted) {
    seed(database, 100).await;
    let mut runner = connect(database).await;
    let target = UpTarget::To(case.applied.parse().unwrap());
    runner.up(&folder(), &target, &mut ()).await.unwrap();
    // Either statement waits for a reader who was there before it.
    let mut reader = database.connect().await;
    sqlx::raw_sql(
        "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM rag.document_chunks",
    )
    .execute(&mut reader)
    .await
    .unwrap();
    let killed =
        tokio::spawn(async move { runner.down(&folder(), &DownTarget::Zero, &mut ()).await });
    let kill = format!(
        "SELECT coalesce(bool_or(pg_terminate_backend(a.pid)), false)::text FROM pg_stat_activity AS a \
         WHERE a.datname = current_database() AND a.query LIKE '{} INDEX CONC%' AND a.state = 'active' \
         AND EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('rag.{}') AND NOT indisvalid)",
        case.verb, case.index
    );
    while value(database, &kill).await != "true" {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let error = killed.await.unwrap().unwrap_err().to_string();
    let unfinished = format!(
        "{} runs without transaction and is unfinished: 0 of its",
        case.applied
    );
    assert!(error.contains(&unfinished), "{error}");
    sqlx::raw_sql("COMMIT").execute(&mut reader).await.unwrap();

    let mut runner = connect(database).await;
    let status = runner.status(&folder()).await.unwrap();
    let open = status.open().next().unwrap();
    assert_eq!(open.version.to_string(), case.applied);
    assert_eq!(open.state, MigrationState::Reverting { done: 0 });
    runner.close().await.unwrap();
}

#[tokio::test]
async fn a_way_down_that_stopped_within_an_index_is_continued_by_going_down() {
    if !several_connections().await {
        return;
    }
    for case in INTERRUPTED {
        let pristine = {
            let database = TestDatabase::create("pristine").await;
            seed(&database, 1).await;
            (catalog(&database).await, database.dump_schema().await)
        };
        let database = TestDatabase::create("half_down").await;
        interrupt_down(&database, &case).await;
        let mut dropped = 0;
        let mut progress = |event: &Event| {
            dropped += usize::from(matches!(event, Event::InvalidIndexDropped { .. }));
        };
        let mut runner = connect(&database).await;
        runner
            .down(&folder(), &DownTarget::Zero, &mut progress)
            .await
            .unwrap();
        assert_eq!(dropped, case.rebuilt, "{}", case.index);
        let after = (catalog(&database).await, database.dump_schema().await);
        assert_eq!(after, pristine, "{}", case.index);
    }
}

#[tokio::test]
async fn a_way_down_that_stopped_within_an_index_is_continued_by_going_up() {
    if !several_connections().await {
        return;
    }
    for case in INTERRUPTED {
        let applied = {
            let database = TestDatabase::create("applied").await;
            seed(&database, 1).await;
            up(&database, &folder()).await.unwrap();
            (catalog(&database).await, database.dump_schema().await)
        };
        let database = TestDatabase::create("half_down").await;
        interrupt_down(&database, &case).await;
        let report = up(&database, &folder()).await.unwrap();
        // Reverted to its end first, then applied anew.
        let versions: Vec<String> = report.versions.iter().map(ToString::to_string).collect();
        assert_eq!(&versions[..2], [case.applied, case.applied]);
        let after = (catalog(&database).await, database.dump_schema().await);
        assert_eq!(after, applied, "{}", case.index);
        down_to_zero(&database, &folder()).await.unwrap();
    }
}
