//! Other sessions that hold what a step needs, and other runners.

use std::time::Duration;

use bailiwick::runner::{Event, Runner, UpTarget};
use bailiwick_tests::{TestDatabase, several_connections};

use crate::fixture::{connect_with, folder, seed, settings, value};

#[tokio::test]
async fn of_eight_runners_at_once_one_applies() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("eight").await;
    seed(&database, 100).await;
    let options: sqlx::postgres::PgConnectOptions = database.url().parse().unwrap();
    let runs: Vec<_> = (0..8)
        .map(|_| {
            let options = options.clone();
            tokio::spawn(async move {
                let mut runner = Runner::connect(options, settings()).await.unwrap();
                runner
                    .up(&folder(), &UpTarget::Latest, &mut ())
                    .await
                    .unwrap()
                    .versions
                    .len()
            })
        })
        .collect();
    let mut applied = Vec::new();
    for run in runs {
        applied.push(run.await.unwrap());
    }
    applied.sort_unstable();
    assert_eq!(applied, [0, 0, 0, 0, 0, 0, 0, 5]);
    assert_eq!(
        value(
            &database,
            "SELECT count(*)::text FROM core.bailiwick_migrations WHERE state = 'applied'"
        )
        .await,
        "6"
    );
}

#[tokio::test]
async fn a_reader_makes_the_move_try_again() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("reader").await;
    seed(&database, 10).await;
    let mut reader = database.connect().await;
    sqlx::raw_sql("BEGIN; SELECT count(*) FROM public.rag_documents")
        .execute(&mut reader)
        .await
        .unwrap();
    let release = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(900)).await;
        sqlx::raw_sql("COMMIT").execute(&mut reader).await.unwrap();
    });
    let mut settings = settings();
    settings.lock_timeout = Duration::from_millis(200);
    settings.retry_pause = Duration::from_millis(200);
    let mut runner = Runner::connect(database.url().parse().unwrap(), settings)
        .await
        .unwrap();
    let mut retries = Vec::new();
    let mut progress = |event: &Event| {
        if let Event::Retrying { sqlstate, .. } = event {
            retries.push(sqlstate.clone());
        }
    };
    let report = runner
        .up(&folder(), &UpTarget::Latest, &mut progress)
        .await
        .unwrap();
    release.await.unwrap();
    assert_eq!(report.versions.len(), 5);
    assert!(
        !retries.is_empty() && retries.iter().all(|code| code == "55P03"),
        "{retries:?}"
    );
}

#[tokio::test]
async fn an_application_that_locks_the_other_way_round_makes_the_move_try_again() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("deadlock").await;
    seed(&database, 10).await;
    // The application has the second table of the move, and wants the first.
    let mut application = database.connect().await;
    sqlx::raw_sql("SET deadlock_timeout = '10min'; BEGIN; UPDATE public.rag_document_chunks SET content_hash = 'new' WHERE id = 1")
        .execute(&mut application)
        .await
        .unwrap();
    let mut settings = settings();
    settings.lock_timeout = Duration::from_secs(60);
    settings.retry_pause = Duration::from_millis(100);
    let mut runner = connect_with(&database, settings).await;
    let moving = tokio::spawn(async move {
        let mut retries = Vec::new();
        let mut progress = |event: &Event| {
            if let Event::Retrying { sqlstate, .. } = event {
                retries.push(sqlstate.clone());
            }
        };
        let report = runner
            .up(&folder(), &UpTarget::Latest, &mut progress)
            .await
            .unwrap();
        (report.versions.len(), retries)
    });
    let waits = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = to_regclass('public.rag_document_chunks'))::text";
    while value(&database, waits).await != "true" {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // From here on each waits for the other, and the server ends the runner's transaction: that has waited longer.
    sqlx::raw_sql("INSERT INTO public.rag_documents VALUES (77, 'late'); COMMIT")
        .execute(&mut application)
        .await
        .unwrap();
    assert_eq!(moving.await.unwrap(), (5, vec!["40P01".to_owned()]));
    let both = "SELECT (SELECT source_id FROM rag.documents WHERE id = 77) || ' ' || (SELECT content_hash FROM rag.document_chunks WHERE id = 1)";
    assert_eq!(value(&database, both).await, "late new");
}
