use bailiwick::catalog::{Default, ElementKind, Expression};
use bailiwick_tests::TestDatabase;
use sqlx::{AssertSqlSafe, Executor};

use crate::{Scope, read, table};

const COLUMNS: &str = "a int, b text, c varchar(20), d timestamp, e boolean, f numeric, j jsonb";

#[tokio::test]
async fn a_default_is_the_same_as_declared() {
    let declared = [
        ("int", "-1"),
        ("bigint", "0"),
        ("numeric(10,2)", "0.5"),
        ("numeric", "0"),
        ("double precision", "1.5"),
        ("boolean", "true"),
        ("boolean", "FALSE"),
        ("text", "'x'"),
        ("text", "'it''s'"),
        ("varchar(20)", "'x'"),
        ("text", "''"),
        ("timestamp", "now()"),
        ("timestamptz", "now()"),
        ("timestamptz", "CURRENT_TIMESTAMP"),
        ("date", "CURRENT_DATE"),
        ("uuid", "gen_random_uuid()"),
        ("jsonb", "'{}'"),
        ("text[]", "'{}'"),
        ("int[]", "ARRAY[1, 2]"),
        ("timestamp", "now() + interval '1 day'"),
        ("timestamp", "(now() AT TIME ZONE 'utc')"),
        ("text", "upper('x')"),
        ("int", "1 + 2 * 3"),
        ("text", "'a' || 'b'"),
        ("date", "date '2020-01-01'"),
    ];
    let columns: Vec<String> = declared
        .iter()
        .enumerate()
        .map(|(at, (sql_type, default))| format!("c{at} {sql_type} DEFAULT {default}"))
        .collect();
    let database = TestDatabase::create("defaults").await;
    let mut connection = database.connect().await;
    let statement = format!("CREATE TABLE public.t ({})", columns.join(", "));
    connection.execute(AssertSqlSafe(statement)).await.unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    let different: Vec<String> = table(&catalog, "public.t")
        .columns
        .iter()
        .zip(declared)
        .filter(|(column, (_, default))| {
            column.default != Default::Expression(Expression::new(*default))
        })
        .map(|(column, declared)| format!("{declared:?} became {:?}", column.default))
        .collect();
    assert!(different.is_empty(), "{different:#?}");
}

#[tokio::test]
async fn a_condition_is_the_same_as_declared() {
    let declared = [
        "a >= 0",
        "a >= 0 AND a < 10",
        "a > 0 OR b IS NULL AND NOT e",
        "a BETWEEN 1 AND 2",
        "a IN (1, 2, 3)",
        "b IN ('a', 'b')",
        "c IN ('a', 'b')",
        "c NOT IN ('a', 'b')",
        "b LIKE 'a%'",
        "c ILIKE '%x%'",
        "b ~ '^[a-z]+$'",
        "c <> ''",
        "length(b) <= 10",
        "char_length(c) > 2",
        "b = lower(b)",
        "c = lower(c)",
        "f > 0",
        "f >= 0.5",
        "d > '2020-01-01 00:00:00'",
        "e",
        "e IS TRUE",
        "e = true",
        "b IS NOT NULL",
        "a % 2 = 0",
        "(a + 1) * 2 > 4",
        "coalesce(a, 0) > 0",
        "CASE WHEN e THEN a > 0 ELSE a < 0 END",
        "jsonb_typeof(j) = 'object'",
        "j ->> 'kind' = 'x'",
        "j ? 'kind'",
        "a IS DISTINCT FROM 3",
        "b = ANY (ARRAY['x', 'y'])",
        "extract(year from d) > 2000",
        "num_nonnulls(a, b) = 1",
        "c::text <> 'x'",
        "a::bigint > 0",
    ];
    let checks: Vec<String> = declared
        .iter()
        .enumerate()
        .map(|(at, text)| format!("CONSTRAINT ck{at:02} CHECK ({text})"))
        .collect();
    let indexes: Vec<String> = declared
        .iter()
        .enumerate()
        .map(|(at, text)| format!("CREATE INDEX ix{at:02} ON public.t (({text}), a) WHERE {text};"))
        .collect();
    let database = TestDatabase::create("conditions").await;
    let mut connection = database.connect().await;
    let statement = format!(
        "CREATE TABLE public.t ({COLUMNS}, {}); {}",
        checks.join(", "),
        indexes.join(" ")
    );
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await
        .unwrap();
    let catalog = read(&mut connection, &Scope::all()).await;
    let found = table(&catalog, "public.t");
    let mut different = Vec::new();
    for (at, text) in declared.iter().enumerate() {
        let declared = Expression::new(*text);
        let check = &found.checks[&format!("ck{at:02}")].expression;
        if *check != declared {
            different.push(format!("{text} became the check {check}"));
        }
        let index = &found.indexes[&format!("ix{at:02}")];
        if index.predicate.as_ref() != Some(&declared) {
            different.push(format!("{text} became the predicate {:?}", index.predicate));
        }
        // `(e)` as an element is the column itself.
        if index.elements[0].kind != ElementKind::Expression(declared)
            && index.elements[0].kind != ElementKind::Column((*text).to_owned())
        {
            different.push(format!("{text} became the element {:?}", index.elements[0]));
        }
    }
    assert!(different.is_empty(), "{different:#?}");
}
