//! What was there before the first migration: adopted, created, or refused where only half of it is there.

use bailiwick::catalog::QualifiedName;
use bailiwick::migration::Folder;
use bailiwick::runner::{Baseline, Fault, Finding};
use bailiwick_tests::TestDatabase;

use crate::fixture::{catalog, down_to_zero, run, up, value, write};

const TABLES: &str = r#"CREATE TABLE "public"."users" ("id" integer NOT NULL, CONSTRAINT "users_pkey" PRIMARY KEY ("id"));
CREATE TABLE "public"."documents" ("id" integer NOT NULL, CONSTRAINT "documents_pkey" PRIMARY KEY ("id"));
"#;

fn folder() -> Folder {
    let baseline = format!("-- creates: public.users\n-- creates: public.documents\n\n{TABLES}");
    write(&[
        ("0000_baseline.sql", baseline.as_str()),
        (
            "core/0001_move_users.up.sql",
            "-- creates-schema: core\n-- moves: public.users -> core.users\n\nCREATE SCHEMA \"core\";\nALTER TABLE \"public\".\"users\" SET SCHEMA \"core\";\n",
        ),
        (
            "core/0001_move_users.down.sql",
            "-- class: exact\n\nALTER TABLE \"core\".\"users\" SET SCHEMA \"public\";\nDROP SCHEMA \"core\";\n",
        ),
    ])
}

const SCHEMAS: &str = "SELECT count(*)::text FROM pg_namespace WHERE nspname IN ('core', 'rag')";

#[tokio::test]
async fn a_baseline_that_is_there_is_adopted_and_keeps_its_rows() {
    let database = TestDatabase::create("adopted").await;
    run(&database, TABLES).await;
    run(&database, "INSERT INTO public.users VALUES (7)").await;
    let before = (catalog(&database).await, database.dump_schema().await);

    let report = up(&database, &folder()).await.unwrap();
    assert_eq!(report.baseline, Some(Baseline::Adopted));
    assert_eq!(
        value(
            &database,
            "SELECT string_agg(id::text, ',') FROM core.users"
        )
        .await,
        "7"
    );
    assert_eq!(up(&database, &folder()).await.unwrap().baseline, None);

    down_to_zero(&database, &folder()).await.unwrap();
    assert_eq!(
        (catalog(&database).await, database.dump_schema().await),
        before
    );
    assert_eq!(value(&database, SCHEMAS).await, "0");
    assert_eq!(
        value(
            &database,
            "SELECT string_agg(id::text, ',') FROM public.users"
        )
        .await,
        "7"
    );
}

#[tokio::test]
async fn a_baseline_of_which_nothing_is_there_is_created_and_stays() {
    let by_hand = {
        let database = TestDatabase::create("by_hand").await;
        run(&database, TABLES).await;
        (catalog(&database).await, database.dump_schema().await)
    };
    let database = TestDatabase::create("created").await;
    let report = up(&database, &folder()).await.unwrap();
    assert_eq!(report.baseline, Some(Baseline::Created));
    assert_eq!(
        value(&database, "SELECT to_regclass('core.users')::text").await,
        "core.users"
    );

    down_to_zero(&database, &folder()).await.unwrap();
    assert_eq!(
        (catalog(&database).await, database.dump_schema().await),
        by_hand
    );
    assert_eq!(value(&database, SCHEMAS).await, "0");
    // What was created once is what is there the next time.
    let report = up(&database, &folder()).await.unwrap();
    assert_eq!(report.baseline, Some(Baseline::Adopted));
}

#[tokio::test]
async fn half_a_baseline_is_refused_and_both_halves_are_named() {
    let database = TestDatabase::create("half").await;
    run(&database, "CREATE TABLE public.users (id int PRIMARY KEY)").await;
    let before = (catalog(&database).await, database.dump_schema().await);

    let error = up(&database, &folder()).await.unwrap_err();
    let Fault::Preflight(findings) = error.fault.as_ref() else {
        panic!("{error}")
    };
    assert_eq!(
        findings.as_slice(),
        [Finding::HalfABaseline {
            present: vec![QualifiedName::new("public", "users")],
            absent: vec![QualifiedName::new("public", "documents")],
        }]
    );
    let text = error.to_string();
    assert!(
        text.contains("public.users exist and public.documents do not"),
        "{text}"
    );
    assert!(text.ends_with("Nothing has been changed."), "{text}");
    assert_eq!(
        (catalog(&database).await, database.dump_schema().await),
        before
    );
    assert_eq!(value(&database, SCHEMAS).await, "0");
}
