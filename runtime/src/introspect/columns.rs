use sqlx::postgres::PgRow;
use sqlx::postgres::types::Oid;
use sqlx::{PgConnection, Row};

use super::IntrospectError;
use super::draft::Draft;
use crate::catalog::{Column, Default, Expression, SqlType};

/// A serial is a default that is exactly the next value of a sequence which the column owns. Every
/// other use of `nextval` is an expression like any other.
const QUERY: &str = "
SELECT a.attrelid AS \"table\", a.attname::text AS name,
    pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS not_null, a.attidentity::text AS identity, a.attgenerated::text AS generated,
    x.expression AS default,
    CASE WHEN a.attcollation <> t.typcollation
        THEN pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname) END AS collation,
    pg_catalog.col_description(a.attrelid, a.attnum) AS comment,
    s.name AS sequence
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_collation l ON l.oid = a.attcollation
LEFT JOIN pg_catalog.pg_namespace ln ON ln.oid = l.collnamespace
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid) AS expression) x
LEFT JOIN LATERAL (
    SELECT s.relname::text AS name
    FROM pg_catalog.pg_depend o
    JOIN pg_catalog.pg_class s ON s.oid = o.objid AND s.relkind = 'S'
    WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.refclassid = 'pg_catalog.pg_class'::regclass
      AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum
      AND CASE WHEN a.attidentity <> '' THEN o.deptype = 'i'
          ELSE o.deptype = 'a'
              AND x.expression = pg_catalog.format('nextval(%L::regclass)', s.oid::regclass::text) END
    LIMIT 1) s ON true
WHERE a.attrelid = ANY ($1) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum";

pub(super) async fn read(
    connection: &mut PgConnection,
    draft: &mut Draft,
) -> Result<(), IntrospectError> {
    let rows = sqlx::query(QUERY)
        .bind(draft.table_oids())
        .fetch_all(connection)
        .await
        .map_err(IntrospectError::reading("columns"))?;
    for row in rows {
        place(&row, draft).map_err(IntrospectError::reading("columns"))?;
    }
    Ok(())
}

fn place(row: &PgRow, draft: &mut Draft) -> sqlx::Result<()> {
    let table: Oid = row.try_get("table")?;
    let name: String = row.try_get("name")?;
    let identity: &str = row.try_get("identity")?;
    let generated: &str = row.try_get("generated")?;
    let expression: Option<String> = row.try_get("default")?;
    let sequence: Option<String> = row.try_get("sequence")?;
    let default = match (identity, generated, expression, sequence) {
        ("a", _, _, Some(sequence)) => Default::IdentityAlways(sequence),
        ("d", _, _, Some(sequence)) => Default::IdentityByDefault(sequence),
        (_, "s", Some(expression), _) => Default::Generated(Expression::new(expression)),
        (_, "", Some(_), Some(sequence)) => Default::Serial(sequence),
        (_, "", Some(expression), None) => Default::Expression(Expression::new(expression)),
        (_, "", None, _) => Default::None,
        // PostgreSQL 18 computes a generated column when it is read, unless told to store it.
        (_, "v", ..) => {
            draft.unmanaged_of_table(table, "virtual generated column", &name);
            return Ok(());
        }
        _ => {
            draft.unmanaged_of_table(table, "column", &name);
            return Ok(());
        }
    };
    let column = Column {
        name,
        sql_type: SqlType::new(row.try_get("type")?),
        nullable: !row.try_get::<bool, _>("not_null")?,
        default,
        collation: row.try_get("collation")?,
        comment: row.try_get("comment")?,
        renamed_from: None,
    };
    if let Some(table) = draft.table(table) {
        table.columns.push(column);
    }
    Ok(())
}
