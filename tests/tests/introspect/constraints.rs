use bailiwick::catalog::{
    Action, Attributes, Check, Deferrable, Expression, ForeignKey, PrimaryKey, QualifiedName,
    Unique,
};
use bailiwick_tests::TestDatabase;
use sqlx::Executor;

use crate::{Scope, catalog_after, listed, owned, read, table};

fn foreign_key(columns: &[&str], target: (&str, &str), target_columns: &[&str]) -> ForeignKey {
    ForeignKey {
        columns: owned(columns),
        target: QualifiedName::new(target.0, target.1),
        target_columns: owned(target_columns),
        on_delete: Action::NoAction,
        on_update: Action::NoAction,
        set_columns: Vec::new(),
        match_full: false,
        deferrable: Deferrable::Not,
        not_valid: false,
        comment: None,
    }
}

fn unique(columns: &[&str]) -> Unique {
    Unique {
        columns: owned(columns),
        include: Vec::new(),
        nulls_not_distinct: false,
        deferrable: Deferrable::Not,
        attributes: Attributes::default(),
        comment: None,
    }
}

fn check(expression: &str) -> Check {
    Check {
        expression: Expression::new(expression),
        no_inherit: false,
        not_valid: false,
        comment: None,
    }
}

#[tokio::test]
async fn keys_come_with_what_is_said_of_their_index() {
    let catalog = catalog_after(
        "CREATE TABLE public.pairs (a int NOT NULL, b int, c int NOT NULL, d text,
             CONSTRAINT pk_pairs PRIMARY KEY (c, a) INCLUDE (d) WITH (fillfactor = 70),
             CONSTRAINT uq_b UNIQUE (b, a) DEFERRABLE INITIALLY DEFERRED,
             CONSTRAINT uq_d UNIQUE (d) DEFERRABLE,
             CONSTRAINT uq_c UNIQUE (c));
         ALTER TABLE public.pairs CLUSTER ON pk_pairs;
         ALTER TABLE public.pairs REPLICA IDENTITY USING INDEX uq_c;
         COMMENT ON CONSTRAINT pk_pairs ON public.pairs IS 'the key';
         COMMENT ON CONSTRAINT uq_b ON public.pairs IS 'b';
         COMMENT ON INDEX public.uq_d IS 'of the index itself';",
    )
    .await;
    let found = table(&catalog, "public.pairs");
    assert_eq!(
        found.primary_key,
        Some(PrimaryKey {
            name: "pk_pairs".to_owned(),
            columns: owned(&["c", "a"]),
            include: owned(&["d"]),
            deferrable: Deferrable::Not,
            attributes: Attributes {
                parameters: [("fillfactor".to_owned(), "70".to_owned())].into(),
                clustered: true,
                ..Attributes::default()
            },
            comment: Some("the key".to_owned()),
        })
    );
    let expected = [
        (
            "uq_b".to_owned(),
            Unique {
                deferrable: Deferrable::InitiallyDeferred,
                comment: Some("b".to_owned()),
                ..unique(&["b", "a"])
            },
        ),
        (
            "uq_c".to_owned(),
            Unique {
                attributes: Attributes {
                    replica_identity: true,
                    ..Attributes::default()
                },
                ..unique(&["c"])
            },
        ),
        (
            "uq_d".to_owned(),
            Unique {
                deferrable: Deferrable::InitiallyImmediate,
                ..unique(&["d"])
            },
        ),
    ];
    assert_eq!(found.uniques, expected.into());
    assert!(found.indexes.is_empty(), "{:?}", found.indexes);
    assert_eq!(
        listed(&found.unmanaged),
        ["comment on the index of a constraint pairs.uq_d"]
    );
}

#[tokio::test]
async fn nulls_not_distinct_is_read_where_the_server_knows_it() {
    let database = TestDatabase::create("nulls").await;
    if !database.has_version(15) {
        return;
    }
    let mut connection = database.connect().await;
    connection
        .execute("CREATE TABLE public.t (a int, CONSTRAINT uq_t_a UNIQUE NULLS NOT DISTINCT (a))")
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(
        table(&catalog, "public.t").uniques["uq_t_a"],
        Unique {
            nulls_not_distinct: true,
            ..unique(&["a"])
        }
    );
}

#[tokio::test]
async fn foreign_keys_name_their_target_and_every_action() {
    let catalog = catalog_after(
        "CREATE SCHEMA core; CREATE SCHEMA rag;
         CREATE TABLE core.users (id int PRIMARY KEY, tenant int, code int, UNIQUE (tenant, code));
         CREATE TABLE rag.notes (
             id int PRIMARY KEY, parent int, code int, tenant int, editor int DEFAULT 0,
             CONSTRAINT fk_parent FOREIGN KEY (parent) REFERENCES rag.notes ON DELETE CASCADE,
             CONSTRAINT fk_pair FOREIGN KEY (code, tenant) REFERENCES core.users (code, tenant)
                 MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
             CONSTRAINT fk_editor FOREIGN KEY (editor) REFERENCES core.users
                 ON DELETE SET DEFAULT ON UPDATE RESTRICT DEFERRABLE);
         ALTER TABLE rag.notes ADD CONSTRAINT fk_late FOREIGN KEY (code) REFERENCES core.users NOT VALID;
         COMMENT ON CONSTRAINT fk_late ON rag.notes IS 'later';",
    )
    .await;
    let expected = [
        (
            "fk_editor".to_owned(),
            ForeignKey {
                on_delete: Action::SetDefault,
                on_update: Action::Restrict,
                deferrable: Deferrable::InitiallyImmediate,
                ..foreign_key(&["editor"], ("core", "users"), &["id"])
            },
        ),
        (
            "fk_late".to_owned(),
            ForeignKey {
                not_valid: true,
                comment: Some("later".to_owned()),
                ..foreign_key(&["code"], ("core", "users"), &["id"])
            },
        ),
        (
            "fk_pair".to_owned(),
            ForeignKey {
                on_delete: Action::SetNull,
                on_update: Action::Cascade,
                match_full: true,
                deferrable: Deferrable::InitiallyDeferred,
                ..foreign_key(&["code", "tenant"], ("core", "users"), &["code", "tenant"])
            },
        ),
        (
            "fk_parent".to_owned(),
            ForeignKey {
                on_delete: Action::Cascade,
                ..foreign_key(&["parent"], ("rag", "notes"), &["id"])
            },
        ),
    ];
    assert_eq!(table(&catalog, "rag.notes").foreign_keys, expected.into());
    // The key's index is the referenced table's own.
    assert_eq!(
        table(&catalog, "core.users")
            .primary_key
            .as_ref()
            .unwrap()
            .name,
        "users_pkey"
    );
}

#[tokio::test]
async fn the_columns_that_set_null_touches_are_read_where_the_server_knows_them() {
    let database = TestDatabase::create("set_columns").await;
    if !database.has_version(15) {
        return;
    }
    let mut connection = database.connect().await;
    connection
        .execute(
            "CREATE TABLE public.p (a int, b int, PRIMARY KEY (a, b));
             CREATE TABLE public.c (a int, b int,
                 CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES public.p ON DELETE SET NULL (b))",
        )
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(
        table(&catalog, "public.c").foreign_keys["fk"],
        ForeignKey {
            on_delete: Action::SetNull,
            set_columns: owned(&["b"]),
            ..foreign_key(&["a", "b"], ("public", "p"), &["a", "b"])
        }
    );
}

#[tokio::test]
async fn a_foreign_key_to_a_partitioned_table_is_one() {
    let catalog = catalog_after(
        "CREATE TABLE public.p (a int PRIMARY KEY) PARTITION BY RANGE (a);
         CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
         CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
         CREATE TABLE public.c (a int CONSTRAINT fk REFERENCES public.p);",
    )
    .await;
    let found = table(&catalog, "public.c");
    let names: Vec<&String> = found.foreign_keys.keys().collect();
    assert_eq!(names, ["fk"]);
    assert_eq!(
        found.foreign_keys["fk"],
        foreign_key(&["a"], ("public", "p"), &["a"])
    );
}

#[tokio::test]
async fn checks_come_with_their_state() {
    let catalog = catalog_after(
        "CREATE TABLE public.t (a int CONSTRAINT ck_positive CHECK (a > 0),
             CONSTRAINT ck_own CHECK (a < 100) NO INHERIT);
         ALTER TABLE public.t ADD CONSTRAINT ck_late CHECK (a <> 13) NOT VALID;
         COMMENT ON CONSTRAINT ck_late ON public.t IS 'superstition';",
    )
    .await;
    let expected = [
        (
            "ck_late".to_owned(),
            Check {
                not_valid: true,
                comment: Some("superstition".to_owned()),
                ..check("a <> 13")
            },
        ),
        (
            "ck_own".to_owned(),
            Check {
                no_inherit: true,
                ..check("a < 100")
            },
        ),
        ("ck_positive".to_owned(), check("a > 0")),
    ];
    assert_eq!(table(&catalog, "public.t").checks, expected.into());
}

#[tokio::test]
async fn what_is_no_key_nor_check_is_unmanaged_with_its_index() {
    let catalog = catalog_after(
        "CREATE TABLE public.rooms (during tsrange,
             CONSTRAINT ex_rooms EXCLUDE USING gist (during WITH &&));
         CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
         CREATE CONSTRAINT TRIGGER later AFTER INSERT ON public.rooms
             DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.f();",
    )
    .await;
    let found = table(&catalog, "public.rooms");
    assert!(found.indexes.is_empty(), "{:?}", found.indexes);
    assert_eq!(
        listed(&found.unmanaged),
        [
            "constraint trigger rooms.later",
            "exclusion constraint rooms.ex_rooms"
        ]
    );
}

#[tokio::test]
async fn what_postgresql_18_brought_is_left_alone_or_unmanaged() {
    let database = TestDatabase::create("eighteen").await;
    if !database.has_version(18) {
        return;
    }
    let mut connection = database.connect().await;
    connection
        .execute(
            "CREATE TABLE public.t (
                 id int CONSTRAINT named_not_null NOT NULL, half int GENERATED ALWAYS AS (id / 2) VIRTUAL,
                 place int4range, span int4range, CONSTRAINT ck CHECK (id > 0) NOT ENFORCED,
                 CONSTRAINT temporal UNIQUE (place, span WITHOUT OVERLAPS))",
        )
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    let found = table(&catalog, "public.t");
    let columns: Vec<(&str, bool)> = found
        .columns
        .iter()
        .map(|column| (column.name.as_str(), column.nullable))
        .collect();
    assert_eq!(columns, [("id", false), ("place", true), ("span", true)]);
    assert!(found.checks.is_empty() && found.uniques.is_empty() && found.indexes.is_empty());
    assert_eq!(
        listed(&found.unmanaged),
        [
            "constraint that is not enforced t.ck",
            "temporal constraint t.temporal",
            "virtual generated column t.half",
        ]
    );
}
