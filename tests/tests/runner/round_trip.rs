//! The running example's first stage by hand: moved, made unique without a long lock, and brought back.

use bailiwick::runner::{DownTarget, MigrationState, UpTarget};
use bailiwick_tests::TestDatabase;

use crate::fixture::{connect, folder, run, seed, value};

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
