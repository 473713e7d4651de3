//! What data, rights and files stop before the first change.

use bailiwick::runner::{Fault, Finding, Runner, UpTarget};
use bailiwick_tests::{TestDatabase, several_connections};

use crate::fixture::{FILES, connect, folder, run, seed, settings, value, write};

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
