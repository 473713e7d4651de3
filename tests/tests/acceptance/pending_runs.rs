//! Runs of `generate` that wait for one another to be applied.

use super::history::History;

const TABLE: &str = "CREATE TABLE public.t (id int PRIMARY KEY);";
const WITH_COLUMN: &str = "CREATE TABLE public.t (id int PRIMARY KEY, c int);";
const WITH_UNIQUE: &str =
    "CREATE TABLE public.t (id int PRIMARY KEY, c int, CONSTRAINT uq UNIQUE (c));";

#[tokio::test]
async fn a_check_on_a_column_that_another_run_adds_waits_for_it() {
    let mut history = History::of("check_waits", TABLE).await;
    history.run("INSERT INTO public.t VALUES (1), (2)").await;
    history.generate("check_waits_one", WITH_COLUMN).await;
    let second = history.generate("check_waits_two", WITH_UNIQUE).await;
    assert_eq!(second[0].up.checks.len(), 1);
    assert_eq!(history.up().await.unwrap().versions.len(), 3);
    let unique = "SELECT FROM pg_constraint WHERE conname = 'uq' AND contype = 'u'";
    assert_eq!(history.count(unique).await, 1);
}

#[tokio::test]
async fn rows_that_a_later_run_finds_stop_it_and_leave_the_earlier_one() {
    let mut history = History::of("check_stops", WITH_COLUMN).await;
    history
        .run("INSERT INTO public.t VALUES (1, 7), (2, 7)")
        .await;
    let with_more = "CREATE TABLE public.t (id int PRIMARY KEY, c int, d int);";
    history.generate("check_stops_one", with_more).await;
    let unique =
        "CREATE TABLE public.t (id int PRIMARY KEY, c int, d int, CONSTRAINT uq UNIQUE (c));";
    history.generate("check_stops_two", unique).await;
    let error = history.up().await.unwrap_err().to_string();
    assert!(error.contains("`uq` allows one row of public.t"), "{error}");
    assert!(
        error.ends_with("public/0001 has been applied and stays so."),
        "{error}"
    );
    history.run("UPDATE public.t SET c = id").await;
    assert_eq!(history.up().await.unwrap().versions.len(), 2);
}

#[tokio::test]
async fn rows_in_the_way_of_another_table_stop_everything() {
    let both = |unique: &str| {
        format!(
            "CREATE TABLE public.a (id int PRIMARY KEY); CREATE TABLE public.b (c int{unique});"
        )
    };
    let mut history = History::of("check_early", &both("")).await;
    history.run("INSERT INTO public.b VALUES (7), (7)").await;
    let added = both("").replace("KEY)", "KEY, d int)");
    history.generate("check_early_one", &added).await;
    let unique = both(", CONSTRAINT uq UNIQUE (c)").replace("KEY)", "KEY, d int)");
    history.generate("check_early_two", &unique).await;
    let error = history.up().await.unwrap_err().to_string();
    assert!(error.contains("`uq` allows one row of public.b"), "{error}");
    assert!(error.ends_with("Nothing has been changed."), "{error}");
}

#[tokio::test]
async fn a_check_waits_for_a_run_that_moves_its_table_as_well() {
    let mut history = History::of("check_moves", TABLE).await;
    let moved =
        "CREATE SCHEMA rag; CREATE TABLE rag.t (id int CONSTRAINT t_pkey PRIMARY KEY, c int);";
    history
        .generate_moving("check_moves_one", moved, ("public.t", "rag.t"))
        .await;
    let unique = moved.replace("c int)", "c int, CONSTRAINT uq UNIQUE (c))");
    let second = history.generate("check_moves_two", &unique).await;
    assert_eq!(second[0].up.checks.len(), 1);
    history.up().await.unwrap();
    let unique = "SELECT FROM pg_constraint WHERE conname = 'uq' AND contype = 'u'";
    assert_eq!(history.count(unique).await, 1);
}
