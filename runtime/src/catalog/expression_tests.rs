use super::Expression;

fn same(declared: &str, deparsed: &str) -> bool {
    Expression::new(declared) == Expression::new(deparsed)
}

#[test]
fn what_postgres_adds_makes_no_difference() {
    for (declared, deparsed) in [
        ("idx >= 0", "(idx >= 0)"),
        ("now()", "NOW()"),
        ("'x'", "'x'::character varying"),
        ("'x'", "'x'::text"),
        ("-1", "'-1'::integer"),
        ("0", "(0)::numeric"),
        ("a BETWEEN 1 AND 2", "((a >= 1) AND (a <= 2))"),
        ("a NOT BETWEEN 1 AND 2", "((a < 1) OR (a > 2))"),
        ("name LIKE 'a%'", "((name)::text ~~ 'a%'::text)"),
        (
            "kind IN ('a', 'b')",
            "((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
        ),
        (
            "kind NOT IN ('a', 'b')",
            "(kind <> ALL (ARRAY['a'::text, 'b'::text]))",
        ),
        (
            "\"idx\" != 3 and not deleted",
            "((idx <> 3) AND (NOT deleted))",
        ),
        ("lower(email)", "lower((email)::text)"),
        ("a + b * c", "(a + (b * c))"),
        ("now() - interval '1 day'", "(now() - '1 day'::interval)"),
        ("date '2020-01-01'", "'2020-01-01'::date"),
        ("kind IN ('a')", "((kind)::text = 'a'::text)"),
        ("kind NOT IN ('a')", "((kind)::text <> 'a'::text)"),
        ("m * i", "(m * (i)::numeric)"),
        ("x > '2020-01-01'", "(x > '2020-01-01'::date)"),
    ] {
        assert!(same(declared, deparsed), "{declared} | {deparsed}");
    }
}

#[test]
fn what_was_meant_differently_stays_different() {
    for (left, right) in [
        ("idx >= 0", "idx > 0"),
        ("(a + b) * c", "a + b * c"),
        ("'x'", "'X'"),
        ("\"Idx\" > 0", "idx > 0"),
        ("now()", "clock_timestamp()"),
        ("a = 1 OR b = 1 AND c = 1", "(a = 1 OR b = 1) AND c = 1"),
        ("now()::date", "now()"),
        ("x > '2020-01-01'::date", "x > '2020-01-01'::timestamptz"),
        ("a::text < 'b'::varchar(1)", "a < 'b'::varchar(2)"),
        ("(n::numeric) / 2", "(n::integer) / 2"),
        ("now()::time", "now()::date"),
        ("'1'", "1"),
    ] {
        assert!(!same(left, right), "{left} | {right}");
    }
}

#[test]
fn columns_that_are_mentioned_are_found() {
    let expression = Expression::new("lower(\"Name\") <> '' AND n > 3");
    assert!(expression.mentions("n"));
    assert!(expression.mentions("Name"));
    assert!(!expression.mentions("name"));
    assert!(!expression.mentions("lower"));
}
