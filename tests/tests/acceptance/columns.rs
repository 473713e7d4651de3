//! Columns that come, change their name, their type or what fills them.

use bailiwick::plan::{HazardCode, Mode};

use super::Pair;

#[tokio::test]
async fn columns_are_added_and_renamed() {
    Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, mail text NOT NULL, CONSTRAINT ck_mail CHECK (mail LIKE '%@%'));
                 CREATE INDEX ix_mail ON public.a (lower(mail)) WHERE mail <> '';
                 INSERT INTO public.a VALUES (1, 'a@b')",
        after: "CREATE TABLE public.a (id int PRIMARY KEY, email text NOT NULL, note text, n int NOT NULL DEFAULT 7, CONSTRAINT ck_mail CHECK (email LIKE '%@%'));
                CREATE INDEX ix_mail ON public.a (lower(email)) WHERE email <> '';
                COMMENT ON COLUMN public.a.note IS 'new'",
        renames: &[("public.a", "mail", "email")],
        ..Pair::default()
    }
    .holds("columns")
    .await;
}

#[tokio::test]
async fn limits_are_lifted_and_defaults_change() {
    Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, name varchar(10) DEFAULT 'x', n int DEFAULT 1, m int)",
        after: "CREATE TABLE public.a (id int PRIMARY KEY, name varchar(20) DEFAULT 'y', n int, m int DEFAULT 3)",
        ..Pair::default()
    }
    .holds("limits")
    .await;
}

const NULLABLE: &str =
    "CREATE TABLE public.a (id int PRIMARY KEY, n int); INSERT INTO public.a VALUES (1, 1)";
const NOT_NULL: &str = "CREATE TABLE public.a (id int PRIMARY KEY, n int NOT NULL)";

#[tokio::test]
async fn not_null_is_proved_before_it_is_set() {
    let outcome = Pair {
        before: NULLABLE,
        after: NOT_NULL,
        ..Pair::default()
    }
    .holds("not_null")
    .await;
    let names: Vec<&str> = outcome
        .migrations
        .iter()
        .map(|migration| migration.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "change_prepare_not_null_a_n",
            "change_prove_not_null_a_n",
            "change_set_not_null_a_n"
        ]
    );
}

#[tokio::test]
async fn not_null_is_set_at_once_when_asked_for() {
    let outcome = Pair {
        before: NULLABLE,
        after: NOT_NULL,
        mode: Mode::Direct,
        ..Pair::default()
    }
    .holds("not_null_direct")
    .await;
    assert_eq!(outcome.migrations.len(), 1);
}

#[tokio::test]
async fn not_null_is_taken_away() {
    Pair {
        before: NOT_NULL,
        after: NULLABLE,
        ..Pair::default()
    }
    .holds("nullable")
    .await;
}

#[tokio::test]
async fn a_column_goes_with_its_index_and_only_when_allowed() {
    let outcome = Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, n int); CREATE INDEX ix ON public.a (n)",
        after: "CREATE TABLE public.a (id int PRIMARY KEY)",
        allow: &[HazardCode::DeletesData],
        ..Pair::default()
    }
    .holds("drop_column")
    .await;
    assert_eq!(
        outcome.migrations[0].down.irreversible.as_deref(),
        Some("the values of `n` of public.a are gone")
    );
}

#[tokio::test]
async fn a_number_and_its_sequence_grow_together() {
    let outcome = Pair {
        before: "CREATE TABLE public.a (id serial PRIMARY KEY, n smallint); INSERT INTO public.a (n) VALUES (1)",
        after: "CREATE TABLE public.a (id bigserial PRIMARY KEY, n integer)",
        ..Pair::default()
    }
    .holds("wider_numbers")
    .await;
    let statements: Vec<&str> = outcome.migrations[0]
        .up
        .statements
        .iter()
        .map(|statement| statement.sql.as_str())
        .collect();
    assert!(
        statements.contains(&r#"ALTER SEQUENCE "public"."a_id_seq" AS bigint"#),
        "{statements:?}"
    );
}

#[tokio::test]
async fn a_text_is_narrowed_without_cutting_anything_off() {
    let outcome = Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, t text DEFAULT 'x'); INSERT INTO public.a VALUES (1, 'abc')",
        after: "CREATE TABLE public.a (id int PRIMARY KEY, t varchar(3) DEFAULT 'y')",
        ..Pair::default()
    }
    .holds("narrower_text")
    .await;
    let up = &outcome.migrations[0].up;
    assert_eq!(up.checks.len(), 1, "the rows are asked first");
    for statement in &up.statements {
        assert!(
            !statement.sql.contains("USING"),
            "a cast would cut: {}",
            statement.sql
        );
    }
}

#[tokio::test]
async fn a_cast_that_may_change_values_must_be_allowed() {
    Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, n text DEFAULT '0'); INSERT INTO public.a VALUES (1, '2')",
        after: "CREATE TABLE public.a (id int PRIMARY KEY, n integer DEFAULT 0, CONSTRAINT ck_n CHECK (n >= 0))",
        allow: &[HazardCode::DeletesData],
        ..Pair::default()
    }
    .holds("cast")
    .await;
}

#[tokio::test]
async fn what_stands_on_a_dropped_column_goes_first() {
    Pair {
        before: "CREATE TABLE public.a (id int PRIMARY KEY, n int, m int GENERATED ALWAYS AS (n * 2) STORED);
                 CREATE INDEX one ON public.a (id) WHERE n > 0; CREATE INDEX two ON public.a (id) INCLUDE (n);
                 CREATE INDEX three ON public.a ((n + 1))",
        after: "CREATE TABLE public.a (id int PRIMARY KEY)",
        allow: &[HazardCode::DeletesData],
        ..Pair::default()
    }
    .holds("stands_on")
    .await;
}
