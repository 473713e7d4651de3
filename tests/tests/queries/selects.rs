use bailiwick::prelude::*;
use bailiwick::{Condition, unchecked_sql};
use bailiwick_tests::TestDatabase;
use sqlx::postgres::PgPool;

use crate::fixture::{database, document, location};
use crate::models::{Document, Location};

/// What `filter` writes after WHERE.
fn written(condition: impl Into<Condition>) -> String {
    let condition = condition.into();
    let sql = Location::select().filter(|_| condition).sql();
    let start =
        "SELECT \"id\", \"name\", \"elevation_m\", \"active\" FROM \"core\".\"locations\" WHERE ";
    sql.strip_prefix(start)
        .unwrap_or_else(|| panic!("{sql}"))
        .to_owned()
}

async fn names(pool: &PgPool, condition: impl Into<Condition>) -> Vec<String> {
    let condition = condition.into();
    let select = Location::select().filter(|_| condition).order_by(|l| l.id);
    let rows = select.fetch_all(pool).await.unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

async fn three_places() -> (TestDatabase, PgPool) {
    let (database, pool) = database().await;
    location(&pool, "Bern", Some(540.0)).await;
    location(&pool, "Genève", Some(375.0)).await;
    let mut last = location(&pool, "100%_sure", None).await;
    last.active = false;
    last.update(&pool).await.unwrap();
    (database, pool)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operator_means_what_it_says() {
    let (_database, pool) = three_places().await;
    let l = Location::COLUMNS;
    let cases: Vec<(Condition, &str, &[&str])> = vec![
        (
            l.id.eq(2),
            "\"core\".\"locations\".\"id\" = $1",
            &["Genève"],
        ),
        (
            l.id.ne(2),
            "\"core\".\"locations\".\"id\" <> $1",
            &["Bern", "100%_sure"],
        ),
        (l.id.lt(2), "\"core\".\"locations\".\"id\" < $1", &["Bern"]),
        (
            l.id.le(2),
            "\"core\".\"locations\".\"id\" <= $1",
            &["Bern", "Genève"],
        ),
        (
            l.id.gt(2),
            "\"core\".\"locations\".\"id\" > $1",
            &["100%_sure"],
        ),
        (
            l.id.ge(2),
            "\"core\".\"locations\".\"id\" >= $1",
            &["Genève", "100%_sure"],
        ),
        (
            l.id.between(2, 3),
            "\"core\".\"locations\".\"id\" BETWEEN $1 AND $2",
            &["Genève", "100%_sure"],
        ),
        (
            l.id.in_([1, 3, 9]),
            "\"core\".\"locations\".\"id\" = ANY($1)",
            &["Bern", "100%_sure"],
        ),
        (
            l.name.in_(["Bern", "x"]),
            "\"core\".\"locations\".\"name\" = ANY($1)",
            &["Bern"],
        ),
        (
            l.id.in_([0; 0]),
            "\"core\".\"locations\".\"id\" = ANY($1)",
            &[],
        ),
        (
            l.id.not_in([1, 3]),
            "\"core\".\"locations\".\"id\" <> ALL($1)",
            &["Genève"],
        ),
        (
            l.elevation_m.eq(540.0),
            "\"core\".\"locations\".\"elevation_m\" = $1",
            &["Bern"],
        ),
        (
            l.elevation_m.eq(None),
            "\"core\".\"locations\".\"elevation_m\" = $1",
            &[],
        ),
        (
            l.elevation_m.is_null(),
            "\"core\".\"locations\".\"elevation_m\" IS NULL",
            &["100%_sure"],
        ),
        (
            l.elevation_m.is_not_null(),
            "\"core\".\"locations\".\"elevation_m\" IS NOT NULL",
            &["Bern", "Genève"],
        ),
        (
            l.elevation_m.is_not_distinct_from(None),
            "\"core\".\"locations\".\"elevation_m\" IS NOT DISTINCT FROM $1",
            &["100%_sure"],
        ),
        (
            l.elevation_m.is_distinct_from(540.0),
            "\"core\".\"locations\".\"elevation_m\" IS DISTINCT FROM $1",
            &["Genève", "100%_sure"],
        ),
        (
            l.name.like("%er%"),
            "\"core\".\"locations\".\"name\" LIKE $1",
            &["Bern"],
        ),
        (
            l.name.like("100\\%\\_%"),
            "\"core\".\"locations\".\"name\" LIKE $1",
            &["100%_sure"],
        ),
        (
            l.name.not_like("B%"),
            "\"core\".\"locations\".\"name\" NOT LIKE $1",
            &["Genève", "100%_sure"],
        ),
        (
            l.name.ilike("bERN"),
            "\"core\".\"locations\".\"name\" ILIKE $1",
            &["Bern"],
        ),
        (
            l.name.not_ilike("b%"),
            "\"core\".\"locations\".\"name\" NOT ILIKE $1",
            &["Genève", "100%_sure"],
        ),
        (
            l.active.into(),
            "\"core\".\"locations\".\"active\"",
            &["Bern", "Genève"],
        ),
        (
            l.id.eq_column(l.id),
            "\"core\".\"locations\".\"id\" = \"core\".\"locations\".\"id\"",
            &["Bern", "Genève", "100%_sure"],
        ),
        (
            l.id.lt_column(l.id),
            "\"core\".\"locations\".\"id\" < \"core\".\"locations\".\"id\"",
            &[],
        ),
    ];
    for (condition, sql, expected) in cases {
        assert_eq!(written(condition.clone()), sql);
        assert_eq!(names(&pool, condition).await, expected, "{sql}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn conditions_nest_as_they_are_written() {
    let (_database, pool) = three_places().await;
    let l = Location::COLUMNS;
    let id = "\"core\".\"locations\".\"id\"";

    let either_and = l.id.eq(1).or(l.id.eq(3)).and(l.active);
    assert_eq!(
        written(either_and.clone()),
        format!("(({id} = $1 OR {id} = $2) AND \"core\".\"locations\".\"active\")")
    );
    assert_eq!(names(&pool, either_and).await, ["Bern"]);

    let neither = l.id.eq(1).or(l.id.eq(3)).not();
    assert_eq!(
        written(neither.clone()),
        format!("NOT (({id} = $1 OR {id} = $2))")
    );
    assert_eq!(names(&pool, neither.clone()).await, ["Genève"]);
    assert_eq!(names(&pool, !neither).await, ["Bern", "100%_sure"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_add_up_and_arguments_are_numbered_in_order() {
    let (_database, pool) = three_places().await;
    let select = Location::select()
        .filter(|l| l.elevation_m.gt(100.0).or(l.active))
        .filter(|l| l.name.ne("Bern"))
        .order_by(|l| (l.active, l.elevation_m.desc().nulls_last()))
        .order_by(|l| l.id.asc())
        .limit(10)
        .offset(0);
    assert_eq!(
        select.sql(),
        "SELECT \"id\", \"name\", \"elevation_m\", \"active\" FROM \"core\".\"locations\" \
         WHERE (\"core\".\"locations\".\"elevation_m\" > $1 OR \"core\".\"locations\".\"active\") \
         AND \"core\".\"locations\".\"name\" <> $2 \
         ORDER BY \"core\".\"locations\".\"active\" ASC, \
         \"core\".\"locations\".\"elevation_m\" DESC NULLS LAST, \
         \"core\".\"locations\".\"id\" ASC LIMIT $3 OFFSET $4"
    );
    let rows = select.fetch_all(&pool).await.unwrap();
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_come_in_the_order_asked_for() {
    let (_database, pool) = three_places().await;
    let ids = async |select: bailiwick::Select<Location>| {
        let rows = select.fetch_all(&pool).await.unwrap();
        rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(
        ids(Location::select().order_by(|l| l.id.desc())).await,
        [3, 2, 1]
    );
    assert_eq!(
        ids(Location::select().order_by(|l| l.elevation_m)).await,
        [2, 1, 3]
    );
    assert_eq!(
        ids(Location::select().order_by(|l| l.elevation_m.desc())).await,
        [3, 1, 2]
    );
    assert_eq!(
        ids(Location::select().order_by(|l| l.elevation_m.asc().nulls_first())).await,
        [3, 2, 1]
    );
    let second = Location::select()
        .order_by(|l| (l.active.desc(), l.id.desc()))
        .limit(1)
        .offset(1);
    assert_eq!(ids(second).await, [1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_heeds_filter_limit_and_offset() {
    let (_database, pool) = three_places().await;
    assert_eq!(Location::select().count(&pool).await.unwrap(), 3);
    let active = Location::select().filter(|l| l.active).order_by(|l| l.name);
    assert_eq!(active.clone().count(&pool).await.unwrap(), 2);
    assert_eq!(active.clone().limit(1).count(&pool).await.unwrap(), 1);
    assert_eq!(active.clone().offset(5).count(&pool).await.unwrap(), 0);
    assert_eq!(active.limit(u64::MAX).count(&pool).await.unwrap(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_row_or_none() {
    let (_database, pool) = three_places().await;
    let first = Location::select()
        .order_by(|l| l.id)
        .fetch_one(&pool)
        .await
        .unwrap();
    assert_eq!(first.name, "Bern");
    let none = Location::select()
        .filter(|l| l.id.gt(3))
        .fetch_optional(&pool)
        .await
        .unwrap();
    assert_eq!(none, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn values_are_never_part_of_the_text() {
    let (_database, pool) = database().await;
    let hostile = "x' OR 1=1; DROP TABLE rag.documents; --";
    let written = document(&pool, hostile, None).await;
    document(&pool, "other", None).await;
    let select = Document::select().filter(|d| d.source_id.eq(hostile).and(d.title.is_null()));
    assert!(!select.sql().contains("DROP"));
    assert!(!format!("{select:?}").contains("DROP"));
    assert_eq!(select.fetch_all(&pool).await.unwrap(), [written]);
}

#[tokio::test(flavor = "multi_thread")]
async fn unchecked_sql_is_a_condition_with_arguments_of_its_own() {
    let (_database, pool) = three_places().await;
    let l = Location::COLUMNS;
    let long = unchecked_sql("char_length(")
        .column(l.name)
        .then(unchecked_sql(") > "))
        .bind(5);
    let condition = l.id.ge(1).and(long).and(l.id.le(2));
    assert_eq!(
        written(condition.clone()),
        "((\"core\".\"locations\".\"id\" >= $1 \
         AND (char_length(\"core\".\"locations\".\"name\") > $2)) \
         AND \"core\".\"locations\".\"id\" <= $3)"
    );
    assert_eq!(names(&pool, condition).await, ["Genève"]);
}
