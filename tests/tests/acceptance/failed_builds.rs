//! Builds of unique indexes that found two rows where one is allowed.

use super::history::History;

const TABLE: &str = "CREATE TABLE public.t (id int PRIMARY KEY, a int, gone boolean NOT NULL);";
const HALF_BUILT: &str = "SELECT FROM pg_index WHERE NOT indisvalid";
const BUILT: &str =
    "SELECT FROM pg_index WHERE indisvalid AND indexrelid = to_regclass('public.ux')";

/// A database that a partial unique index is to come into, and whose rows are in its way.
async fn to_be_built(name: &str) -> History {
    let mut history = History::of(
        name,
        &format!("{TABLE} INSERT INTO public.t VALUES (1, 1, false)"),
    )
    .await;
    history
        .generate(
            &format!("{name}_one"),
            &format!("{TABLE} CREATE UNIQUE INDEX ux ON public.t (a) WHERE NOT gone"),
        )
        .await;
    history
}

#[tokio::test]
async fn a_build_that_fails_leaves_no_index_behind() {
    let history = to_be_built("build_fails").await;
    history
        .run("INSERT INTO public.t VALUES (2, 1, false)")
        .await;
    let error = history.up().await.unwrap_err();
    assert_eq!(error.sqlstate().as_deref(), Some("23505"), "{error}");
    assert!(
        error
            .to_string()
            .ends_with("Nothing is left of public/0001."),
        "{error}"
    );
    assert_eq!(history.count(HALF_BUILT).await, 0);
    history.run("DELETE FROM public.t WHERE id = 2").await;
    assert_eq!(history.up().await.unwrap().versions.len(), 1);
    assert_eq!(history.count(BUILT).await, 1);
}

#[tokio::test]
async fn a_half_built_index_of_the_name_is_replaced() {
    let history = to_be_built("half_built").await;
    history
        .run("INSERT INTO public.t VALUES (2, 1, false)")
        .await;
    history
        .try_run("CREATE UNIQUE INDEX CONCURRENTLY ux ON public.t (a)")
        .await
        .unwrap_err();
    assert_eq!(history.count(HALF_BUILT).await, 1);
    history.run("DELETE FROM public.t WHERE id = 2").await;
    assert_eq!(history.up().await.unwrap().versions.len(), 1);
    assert_eq!(
        (history.count(HALF_BUILT).await, history.count(BUILT).await),
        (0, 1)
    );
}

/// A database whose unique index is gone, and whose rows are in the way of its coming back.
async fn failed_on_the_way_back(name: &str) -> History {
    let mut history = History::of(
        name,
        &format!("{TABLE} CREATE UNIQUE INDEX ux ON public.t (a); INSERT INTO public.t VALUES (1, 1, false)"),
    )
    .await;
    history.generate(&format!("{name}_one"), TABLE).await;
    history.up().await.unwrap();
    history
        .run("INSERT INTO public.t VALUES (2, 1, false)")
        .await;
    let error = history.down().await.unwrap_err();
    assert_eq!(error.sqlstate().as_deref(), Some("23505"), "{error}");
    assert_eq!(history.count(HALF_BUILT).await, 0, "{error}");
    history.run("DELETE FROM public.t WHERE id = 2").await;
    history
}

#[tokio::test]
async fn a_way_back_that_found_two_rows_is_continued_by_going_down() {
    let history = failed_on_the_way_back("dirty_down").await;
    history.down().await.unwrap();
    assert_eq!(history.count(BUILT).await, 1);
}

#[tokio::test]
async fn a_way_back_that_found_two_rows_is_continued_by_going_up() {
    let history = failed_on_the_way_back("dirty_up").await;
    assert_eq!(history.up().await.unwrap().versions.len(), 2);
    assert_eq!(history.count(BUILT).await, 0);
}
