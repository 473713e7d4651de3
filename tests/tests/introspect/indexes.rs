use bailiwick::catalog::{Attributes, Element, ElementKind, Expression, Index, IndexKind};
use bailiwick_tests::TestDatabase;
use sqlx::Executor;

use crate::{Scope, catalog_after, listed, owned, read, table};

fn column(name: &str) -> Element {
    element(ElementKind::Column(name.to_owned()))
}

fn expression(text: &str) -> Element {
    element(ElementKind::Expression(Expression::new(text)))
}

fn element(kind: ElementKind) -> Element {
    Element {
        kind,
        collation: None,
        operator_class: None,
        descending: false,
        nulls_first: false,
    }
}

fn index(elements: impl Into<Vec<Element>>) -> Index {
    Index {
        kind: IndexKind::Plain,
        method: "btree".to_owned(),
        elements: elements.into(),
        include: Vec::new(),
        predicate: None,
        attributes: Attributes::default(),
        comment: None,
    }
}

#[tokio::test]
async fn elements_come_with_order_class_and_collation() {
    let catalog = catalog_after(
        "CREATE TABLE public.t (a int, b text, c varchar(9), d jsonb, e text COLLATE \"C\");
         CREATE INDEX i1 ON public.t (a DESC, b NULLS FIRST, c DESC NULLS LAST);
         CREATE INDEX i2 ON public.t (b text_pattern_ops, c varchar_pattern_ops, e, b COLLATE \"POSIX\");
         CREATE INDEX i3 ON public.t USING gin (d jsonb_path_ops);
         CREATE INDEX i4 ON public.t (lower(b), (a + 1), (b || c) COLLATE \"C\", lower(e));
         CREATE INDEX i5 ON public.t USING hash (c);
         CREATE INDEX i6 ON public.t USING gin (to_tsvector('english', b));",
    )
    .await;
    let found = table(&catalog, "public.t");
    let expected = [
        (
            "i1".to_owned(),
            index([
                Element {
                    descending: true,
                    nulls_first: true,
                    ..column("a")
                },
                Element {
                    nulls_first: true,
                    ..column("b")
                },
                Element {
                    descending: true,
                    ..column("c")
                },
            ]),
        ),
        (
            "i2".to_owned(),
            index([
                Element {
                    operator_class: Some("text_pattern_ops".to_owned()),
                    ..column("b")
                },
                Element {
                    operator_class: Some("varchar_pattern_ops".to_owned()),
                    ..column("c")
                },
                column("e"),
                Element {
                    collation: Some("pg_catalog.\"POSIX\"".to_owned()),
                    ..column("b")
                },
            ]),
        ),
        (
            "i3".to_owned(),
            Index {
                method: "gin".to_owned(),
                ..index([Element {
                    operator_class: Some("jsonb_path_ops".to_owned()),
                    ..column("d")
                }])
            },
        ),
        (
            "i4".to_owned(),
            index([
                expression("lower(b)"),
                expression("a + 1"),
                Element {
                    collation: Some("pg_catalog.\"C\"".to_owned()),
                    ..expression("b || c")
                },
                expression("lower(e)"),
            ]),
        ),
        (
            "i5".to_owned(),
            Index {
                method: "hash".to_owned(),
                ..index([column("c")])
            },
        ),
        (
            "i6".to_owned(),
            Index {
                method: "gin".to_owned(),
                ..index([expression("to_tsvector('english'::regconfig, b)")])
            },
        ),
    ];
    assert_eq!(found.indexes, expected.into());
}

#[tokio::test]
async fn uniqueness_predicate_and_attributes_are_kept() {
    let catalog = catalog_after(
        "CREATE TABLE public.t (a int NOT NULL, b text, c boolean);
         CREATE UNIQUE INDEX i1 ON public.t (a) INCLUDE (b, c) WITH (fillfactor = 80);
         CREATE UNIQUE INDEX i2 ON public.t (b) WHERE c AND a > 0;
         ALTER TABLE public.t CLUSTER ON i1;
         ALTER TABLE public.t REPLICA IDENTITY USING INDEX i1;
         COMMENT ON INDEX public.i2 IS 'those that count';",
    )
    .await;
    let expected = [
        (
            "i1".to_owned(),
            Index {
                kind: IndexKind::Unique,
                include: owned(&["b", "c"]),
                attributes: Attributes {
                    parameters: [("fillfactor".to_owned(), "80".to_owned())].into(),
                    tablespace: None,
                    clustered: true,
                    replica_identity: true,
                },
                ..index([column("a")])
            },
        ),
        (
            "i2".to_owned(),
            Index {
                kind: IndexKind::Unique,
                predicate: Some(Expression::new("c AND a > 0")),
                comment: Some("those that count".to_owned()),
                ..index([column("b")])
            },
        ),
    ];
    assert_eq!(table(&catalog, "public.t").indexes, expected.into());
}

#[tokio::test]
async fn nulls_not_distinct_is_read_where_the_server_knows_it() {
    let database = TestDatabase::create("nulls").await;
    if !database.has_version(15) {
        return;
    }
    let mut connection = database.connect().await;
    connection
        .execute(
            "CREATE TABLE public.t (a int);
             CREATE UNIQUE INDEX i ON public.t (a) NULLS NOT DISTINCT",
        )
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(
        table(&catalog, "public.t").indexes["i"],
        Index {
            kind: IndexKind::UniqueNullsNotDistinct,
            ..index([column("a")])
        }
    );
}

#[tokio::test]
async fn an_invalid_index_does_not_pass_for_a_sound_one() {
    let database = TestDatabase::create("invalid").await;
    let mut connection = database.connect().await;
    connection
        .execute("CREATE TABLE public.t (a int); INSERT INTO public.t VALUES (1), (1)")
        .await
        .unwrap();
    let refused = connection
        .execute("CREATE UNIQUE INDEX CONCURRENTLY uq_t_a ON public.t (a)")
        .await
        .unwrap_err();
    assert_eq!(
        refused.as_database_error().unwrap().code().as_deref(),
        Some("23505")
    );
    let catalog = read(&mut connection, &Scope::all()).await;
    let found = table(&catalog, "public.t");
    assert!(found.indexes.is_empty(), "{:?}", found.indexes);
    assert_eq!(listed(&found.unmanaged), ["invalid index t.uq_t_a"]);
}

#[tokio::test]
async fn an_operator_class_of_an_extension_is_qualified_and_keeps_its_parameters() {
    let database = TestDatabase::create("pg_trgm").await;
    if !database.has_extension("pg_trgm").await {
        return;
    }
    let mut connection = database.connect().await;
    connection
        .execute(
            "CREATE SCHEMA \"Ext\"; CREATE EXTENSION pg_trgm SCHEMA \"Ext\";
             CREATE TABLE public.t (a text);
             CREATE INDEX i ON public.t USING gist (a \"Ext\".gist_trgm_ops (siglen = 32))",
        )
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(
        table(&catalog, "public.t").indexes["i"],
        Index {
            method: "gist".to_owned(),
            ..index([Element {
                operator_class: Some("\"Ext\".gist_trgm_ops(siglen='32')".to_owned()),
                ..column("a")
            }])
        }
    );
    let extensions = [("pg_trgm".to_owned(), "Ext".to_owned())];
    assert_eq!(catalog.extensions, extensions.into());
    // What the extension brought is its own.
    assert_eq!(listed(&catalog.schemas["Ext"].unmanaged), [""; 0]);
}
