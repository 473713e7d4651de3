//! Constraints that are added to tables with rows, renamed, or go.

use bailiwick::plan::Mode;

use super::Pair;

const BARE: &str = "
    CREATE TABLE public.a (id int PRIMARY KEY, n int, m int, b_id int);
    CREATE TABLE public.b (id int PRIMARY KEY);
    INSERT INTO public.b VALUES (1);
    INSERT INTO public.a VALUES (1, 1, 1, 1), (2, 1, 2, 1), (3, 1, NULL, NULL), (4, 1, NULL, NULL)";

const CONSTRAINED: &str = "
    CREATE TABLE public.b (id int PRIMARY KEY);
    CREATE TABLE public.a (
        id int PRIMARY KEY, n int, m int,
        b_id int CONSTRAINT fk_a_b_id_b REFERENCES public.b,
        CONSTRAINT uq_a_n_m UNIQUE (n, m),
        CONSTRAINT ck_a_n CHECK (n > 0)
    )";

#[tokio::test]
async fn they_are_added_without_holding_a_lock_for_long() {
    let outcome = Pair {
        before: BARE,
        after: CONSTRAINED,
        ..Pair::default()
    }
    .holds("constraints")
    .await;
    let statements: Vec<&str> = outcome
        .migrations
        .iter()
        .flat_map(|migration| &migration.up.statements)
        .map(|statement| statement.sql.as_str())
        .collect();
    assert_eq!(
        statements,
        [
            r#"ALTER TABLE "public"."a" ADD CONSTRAINT "fk_a_b_id_b" FOREIGN KEY ("b_id") REFERENCES "public"."b" ("id") NOT VALID"#,
            r#"ALTER TABLE "public"."a" ADD CONSTRAINT "ck_a_n" CHECK ((n > 0)) NOT VALID"#,
            r#"CREATE UNIQUE INDEX CONCURRENTLY "uq_a_n_m" ON "public"."a" USING btree ("n", "m")"#,
            r#"ALTER TABLE "public"."a" ADD CONSTRAINT "uq_a_n_m" UNIQUE USING INDEX "uq_a_n_m""#,
            r#"ALTER TABLE "public"."a" VALIDATE CONSTRAINT "fk_a_b_id_b""#,
            r#"ALTER TABLE "public"."a" VALIDATE CONSTRAINT "ck_a_n""#,
        ]
    );
}

#[tokio::test]
async fn they_are_added_at_once_when_asked_for() {
    let outcome = Pair {
        before: BARE,
        after: CONSTRAINED,
        mode: Mode::Direct,
        ..Pair::default()
    }
    .holds("constraints_direct")
    .await;
    assert_eq!(outcome.migrations.len(), 1);
}

#[tokio::test]
async fn they_go_and_come_back() {
    Pair {
        before: CONSTRAINED,
        after: BARE,
        ..Pair::default()
    }
    .holds("constraints_gone")
    .await;
}

#[tokio::test]
async fn they_are_renamed_and_not_made_again() {
    let outcome = Pair {
        before: CONSTRAINED,
        after: &CONSTRAINED
            .replace("fk_a_b_id_b", "fk_other")
            .replace("uq_a_n_m", "uq_other")
            .replace("ck_a_n", "ck_other"),
        ..Pair::default()
    }
    .holds("constraints_renamed")
    .await;
    for migration in &outcome.migrations {
        for statement in &migration.up.statements {
            assert!(
                statement.sql.contains(" RENAME CONSTRAINT "),
                "{}",
                statement.sql
            );
        }
    }
}

#[tokio::test]
async fn a_primary_key_is_added_by_its_index() {
    Pair {
        before: "CREATE TABLE public.a (id int NOT NULL, n int); INSERT INTO public.a VALUES (1, 1)",
        after: "CREATE TABLE public.a (id int NOT NULL, n int, CONSTRAINT pk_a PRIMARY KEY (id))",
        ..Pair::default()
    }
    .holds("primary_key")
    .await;
}

#[tokio::test]
async fn a_primary_key_over_a_nullable_column_goes_and_comes_back() {
    Pair {
        before: "CREATE TABLE public.a (id int, n int); INSERT INTO public.a VALUES (1, 1)",
        after: "CREATE TABLE public.a (id int CONSTRAINT pk_a PRIMARY KEY, n int)",
        ..Pair::default()
    }
    .holds("primary_key_nullable")
    .await;
}
