use bailiwick_tests::TestDatabase;
use sqlx::Executor;

use crate::{Scope, catalog_after, listed, read, table};

#[tokio::test]
async fn what_belongs_to_a_table_is_listed_with_it() {
    let catalog = catalog_after(
        "CREATE UNLOGGED TABLE public.t (a int, b int) WITH (fillfactor = 50);
         CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
         CREATE TRIGGER touch BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
         ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
         CREATE POLICY mine ON public.t USING (a > 0);
         CREATE RULE quiet AS ON DELETE TO public.t DO INSTEAD NOTHING;
         CREATE STATISTICS public.both ON a, b FROM public.t;",
    )
    .await;
    assert_eq!(
        listed(&table(&catalog, "public.t").unmanaged),
        [
            "policy t.mine",
            "rule t.quiet",
            "statistics t.public.both",
            "storage parameter t.fillfactor=50",
            "table property t.row level security",
            "table property t.unlogged",
            "trigger t.touch",
        ]
    );
}

#[tokio::test]
async fn what_stands_in_a_schema_is_listed_with_it() {
    let catalog = catalog_after(
        "CREATE SCHEMA app;
         CREATE TABLE app.plain (a int);
         CREATE TABLE app.child () INHERITS (app.plain);
         CREATE TABLE app.parts (a int) PARTITION BY LIST (a);
         CREATE TABLE app.part_one PARTITION OF app.parts FOR VALUES IN (1);
         CREATE VIEW app.seen AS SELECT a FROM app.plain;
         CREATE MATERIALIZED VIEW app.kept AS SELECT a FROM app.plain;
         CREATE SEQUENCE app.counter;
         CREATE TYPE app.pair AS (a int, b int);
         CREATE TYPE app.mood AS ENUM ('good', 'bad');
         CREATE TYPE app.span AS RANGE (subtype = int4);
         CREATE DOMAIN app.positive AS int CHECK (VALUE > 0);
         CREATE FUNCTION app.twice(a int) RETURNS int LANGUAGE sql AS 'SELECT 2 * a';
         CREATE FUNCTION app.twice(a text) RETURNS text LANGUAGE sql AS 'SELECT a || a';
         CREATE PROCEDURE app.nothing() LANGUAGE sql AS '';
         CREATE AGGREGATE app.total(int) (SFUNC = int4pl, STYPE = int);
         CREATE OPERATOR app.@@@ (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
         CREATE COLLATION app.exact (LOCALE = 'C', PROVIDER = libc);
         CREATE TEXT SEARCH CONFIGURATION app.words (COPY = pg_catalog.simple);",
    )
    .await;
    let app = &catalog.schemas["app"];
    let tables: Vec<&String> = app.tables.keys().collect();
    assert_eq!(tables, ["plain"]);
    assert_eq!(
        listed(&app.unmanaged),
        [
            "aggregate total(integer)",
            "collation exact",
            "composite type pair",
            "domain positive",
            "enum mood",
            "function twice(a integer)",
            "function twice(a text)",
            "inheritance child child",
            "materialized view kept",
            "operator @@@(integer, integer)",
            "partition part_one",
            "partitioned table parts",
            "procedure nothing()",
            "range type span",
            "sequence counter",
            "text search configuration words",
            "view seen",
        ]
    );
    assert_eq!(listed(&table(&catalog, "app.plain").unmanaged), [""; 0]);
}

#[tokio::test]
async fn what_an_extension_brought_is_not_listed() {
    let database = TestDatabase::create("extension").await;
    if !database.has_extension("hstore").await {
        return;
    }
    let mut connection = database.connect().await;
    connection
        .execute("CREATE EXTENSION hstore SCHEMA public; CREATE TABLE public.t (a public.hstore)")
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    assert_eq!(listed(&catalog.schemas["public"].unmanaged), [""; 0]);
    assert_eq!(
        table(&catalog, "public.t").columns[0].sql_type.sql(),
        "public.hstore"
    );
    assert_eq!(
        catalog.extensions,
        [("hstore".to_owned(), "public".to_owned())].into()
    );
}
