//! Indexes that come, go and are renamed.

use super::Pair;

const TABLE: &str = "CREATE TABLE public.a (id int PRIMARY KEY, n int, t text); INSERT INTO public.a VALUES (1, 1, 'x');";

#[tokio::test]
async fn what_was_marked_on_a_dropped_index_comes_back() {
    Pair {
        before: &format!(
            "{TABLE}
            CREATE INDEX ix_one ON public.a (n DESC NULLS LAST) WITH (fillfactor = 70);
            COMMENT ON INDEX public.ix_one IS 'one''s own';
            ALTER TABLE public.a CLUSTER ON ix_one;
            CREATE UNIQUE INDEX ix_two ON public.a (lower(t) text_pattern_ops) INCLUDE (n) WHERE n > 0;"
        ),
        after: TABLE,
        ..Pair::default()
    }
    .holds("indexes_gone")
    .await;
}

#[tokio::test]
async fn a_replica_identity_comes_back() {
    Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, n int NOT NULL, m int NOT NULL CONSTRAINT uq_m UNIQUE);
            CREATE UNIQUE INDEX ix_n ON public.a (n);
            ALTER TABLE public.a REPLICA IDENTITY USING INDEX ix_n;
            ALTER TABLE public.a CLUSTER ON uq_m;",
        after: "CREATE TABLE public.a (id int PRIMARY KEY, n int NOT NULL, m int NOT NULL);",
        ..Pair::default()
    }
    .holds("replica_identity")
    .await;
}

#[tokio::test]
async fn a_name_is_taken_over_by_another_index() {
    Pair {
        before: &format!(
            "{TABLE} CREATE INDEX ix ON public.a (n); CREATE INDEX other ON public.a (t);"
        ),
        after: &format!("{TABLE} CREATE INDEX ix ON public.a (t);"),
        ..Pair::default()
    }
    .holds("index_name")
    .await;
}

#[tokio::test]
async fn new_ones_are_built_without_stopping_anybody() {
    let outcome = Pair {
        before: TABLE,
        after: &format!("{TABLE} CREATE INDEX ix_a_n ON public.a (n); CREATE UNIQUE INDEX ix_a_t ON public.a (t) WHERE n > 3;"),
        ..Pair::default()
    }
    .holds("indexes_new")
    .await;
    assert_eq!(outcome.migrations.len(), 2);
    for migration in &outcome.migrations {
        assert!(
            migration.up.statements[0].sql.contains(" CONCURRENTLY "),
            "{:?}",
            migration.up.statements
        );
    }
}
