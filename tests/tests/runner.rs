//! The running example's first stage by hand: moved, made unique without a long lock, and brought back.

mod runner_support;

use std::time::Duration;

use bailiwick::runner::{DownTarget, Event, Fault, Finding, MigrationState, Runner, UpTarget};
use bailiwick_tests::{TestDatabase, several_connections};
use runner_support::{FILES, connect, folder, run, seed, settings, value, write};

#[tokio::test]
async fn the_move_goes_up_and_comes_back_to_the_byte() {
    let database = TestDatabase::create("round_trip").await;
    seed(&database, 500).await;
    let before = database.dump_schema().await;
    let rows = "SELECT md5(string_agg(c::text, '|' ORDER BY c.id)) FROM {} AS c";
    let sum = value(&database, &rows.replace("{}", "public.rag_document_chunks")).await;
    let folder = folder();

    let mut runner = connect(&database).await;
    let status = runner.status(&folder).await.unwrap();
    assert!(!status.bootstrapped);
    assert_eq!(status.open().count(), 5);
    let report = runner
        .up(&folder, &UpTarget::Latest, &mut ())
        .await
        .unwrap();
    let versions: Vec<String> = report.versions.iter().map(ToString::to_string).collect();
    assert_eq!(
        versions,
        ["rag/0001", "rag/0002", "rag/0003", "rag/0004", "rag/0005"]
    );
    let status = runner.status(&folder).await.unwrap();
    assert!(
        status
            .migrations
            .iter()
            .all(|step| matches!(step.state, MigrationState::Applied { at: Some(_) }))
    );
    assert!(
        runner
            .up(&folder, &UpTarget::Latest, &mut ())
            .await
            .unwrap()
            .versions
            .is_empty()
    );
    runner.close().await.unwrap();
    assert_eq!(
        value(&database, &rows.replace("{}", "rag.document_chunks")).await,
        sum
    );
    let unique = "SELECT count(*)::text FROM pg_constraint WHERE conname = 'uq_document_chunks_document_id_idx' AND contype = 'u'";
    assert_eq!(value(&database, unique).await, "1");

    let mut runner = connect(&database).await;
    let report = runner
        .down(&folder, &DownTarget::Zero, &mut ())
        .await
        .unwrap();
    assert_eq!(report.versions.len(), 5);
    assert!(!runner.status(&folder).await.unwrap().bootstrapped);
    runner.close().await.unwrap();
    assert_eq!(
        value(&database, &rows.replace("{}", "public.rag_document_chunks")).await,
        sum
    );
    assert_eq!(database.dump_schema().await, before);
    let schemas = "SELECT count(*)::text FROM pg_namespace WHERE nspname IN ('core', 'rag')";
    assert_eq!(value(&database, schemas).await, "0");
}

#[tokio::test]
async fn duplicates_stop_it_before_anything_is_changed() {
    let database = TestDatabase::create("dirty").await;
    seed(&database, 500).await;
    run(&database, "INSERT INTO public.rag_document_chunks SELECT id + 100000, document_id, idx, content_hash FROM public.rag_document_chunks WHERE id <= 30").await;
    let before = database.dump_schema().await;
    let mut runner = connect(&database).await;
    let error = runner
        .up(&folder(), &UpTarget::Latest, &mut ())
        .await
        .unwrap_err();
    runner.close().await.unwrap();
    let Fault::Preflight(findings) = error.fault.as_ref() else {
        panic!("{error}")
    };
    let [
        Finding::Rows {
            version,
            rows,
            total,
            ..
        },
    ] = findings.as_slice()
    else {
        panic!("{error}")
    };
    assert_eq!(
        (version.to_string().as_str(), rows.len(), *total),
        ("rag/0003", 20, 30)
    );
    let text = error.to_string();
    assert!(
        text.contains("one row for each (document_id, idx)"),
        "{text}"
    );
    assert!(text.ends_with("Nothing has been changed."), "{text}");
    assert_eq!(error.to_json()["findings"][0]["total"], 30);
    assert_eq!(database.dump_schema().await, before);
    assert_eq!(
        value(
            &database,
            "SELECT count(*)::text FROM pg_namespace WHERE nspname IN ('core', 'rag')"
        )
        .await,
        "0"
    );
}

#[tokio::test]
async fn an_applied_file_that_was_edited_is_named() {
    let database = TestDatabase::create("edited").await;
    seed(&database, 10).await;
    let mut runner = connect(&database).await;
    runner
        .up(
            &folder(),
            &UpTarget::To("rag/0002".parse().unwrap()),
            &mut (),
        )
        .await
        .unwrap();
    let mut files: Vec<(&str, String)> = FILES
        .iter()
        .map(|(path, text)| (*path, (*text).to_owned()))
        .collect();
    files[0].1.push_str("-- a remark\n");
    let error = runner
        .up(&write(&files), &UpTarget::Latest, &mut ())
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("`rag/0001_create_rag.up.sql` was edited after rag/0001 had been applied"),
        "{error}"
    );
    runner.close().await.unwrap();
    assert_eq!(
        value(
            &database,
            "SELECT count(*)::text FROM core.bailiwick_migrations WHERE number > 0"
        )
        .await,
        "2"
    );
}

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

#[tokio::test]
async fn a_missing_right_is_named_before_the_first_change() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("rights").await;
    seed(&database, 10).await;
    let role = format!("bailiwick_mover_{}", std::process::id());
    run(&database, &format!("CREATE ROLE {role}")).await;
    let mut settings = settings();
    settings.ledger = "core".to_owned();
    let options: sqlx::postgres::PgConnectOptions = database.url().parse().unwrap();
    let mut runner = Runner::connect(options.options([("role", role.as_str())]), settings)
        .await
        .unwrap();
    let findings = runner
        .preflight(&folder(), &UpTarget::Latest)
        .await
        .unwrap();
    let error = runner
        .up(&folder(), &UpTarget::Latest, &mut ())
        .await
        .unwrap_err();
    runner.close().await.unwrap();
    run(&database, &format!("DROP ROLE {role}")).await;
    let text: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        text.iter()
            .any(|line| line.contains("GRANT CREATE ON DATABASE") && line.contains(&role)),
        "{text:#?}"
    );
    assert!(
        text.iter()
            .any(|line| line.contains("to own public.rag_documents")),
        "{text:#?}"
    );
    assert!(
        error.to_string().ends_with("Nothing has been changed."),
        "{error}"
    );
    assert_eq!(
        value(
            &database,
            "SELECT count(*)::text FROM pg_namespace WHERE nspname IN ('core', 'rag')"
        )
        .await,
        "0"
    );
}

#[tokio::test]
async fn usage_on_a_schema_that_was_there_is_taken_back() {
    let database = TestDatabase::create("usage").await;
    seed(&database, 10).await;
    let role = format!("bailiwick_reader_{}", std::process::id());
    run(&database, &format!("CREATE ROLE {role}; CREATE SCHEMA rag; GRANT USAGE ON SCHEMA rag TO pg_monitor; GRANT SELECT ON public.rag_documents TO {role}")).await;
    let before = database.dump_schema().await;
    let usage = format!("SELECT has_schema_privilege('{role}', 'rag', 'USAGE')::text");
    assert_eq!(value(&database, &usage).await, "false");
    let mut runner = connect(&database).await;
    runner
        .up(&folder(), &UpTarget::Latest, &mut ())
        .await
        .unwrap();
    runner.close().await.unwrap();
    assert_eq!(value(&database, &usage).await, "true");
    let mut runner = connect(&database).await;
    runner
        .down(&folder(), &DownTarget::Zero, &mut ())
        .await
        .unwrap();
    runner.close().await.unwrap();
    assert_eq!(value(&database, &usage).await, "false");
    assert_eq!(database.dump_schema().await, before);
    run(
        &database,
        &format!("REVOKE ALL ON public.rag_documents FROM {role}; DROP ROLE {role}"),
    )
    .await;
}
