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
