//! Where each table of the old database is now: still in `public`, or under the schema that owns it.

use bailiwick::Catalog;
use sqlx::PgConnection;
use sqlx::Row;
use weather::models::WeatherAi;

/// The version table of the tool that made the old database. Nobody owns it, and it never moves.
const UNMANAGED: &str = "alembic_version";

/// A table of the old database.
pub(crate) struct Place {
    /// Its name in `public`, by which it is known throughout.
    pub legacy: String,
    /// Its identity, which a move keeps.
    pub oid: i64,
    /// Its schema and name of today, quoted.
    pub qualified: String,
}

/// Finds every table of the old database.
///
/// The models say where each came from; a table that is nowhere, or in both places, is an error.
pub(crate) async fn find(
    connection: &mut PgConnection,
) -> Result<Vec<Place>, Box<dyn std::error::Error>> {
    let mut wanted = vec![(UNMANAGED, "public", UNMANAGED)];
    for schema in WeatherAi::CATALOG.schemas {
        for table in schema.tables {
            if let Some(from) = table.moved_from {
                wanted.push((from.name, table.schema, table.name));
            }
        }
    }
    let (legacy, schemas, names) = columns(&wanted);
    let rows = sqlx::query(
        "SELECT place.legacy, c.oid::int8, pg_catalog.format('%I.%I', n.nspname, c.relname)
         FROM unnest($1::text[], $2::text[], $3::text[]) AS place (legacy, schema, name)
         JOIN pg_catalog.pg_class AS c ON c.relkind = 'r'
         JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
          AND ((n.nspname = 'public' AND c.relname = place.legacy)
            OR (n.nspname = place.schema AND c.relname = place.name AND place.schema <> 'public'))
         ORDER BY 1",
    )
    .bind(legacy)
    .bind(schemas)
    .bind(names)
    .fetch_all(connection)
    .await?;
    let places: Vec<Place> = rows
        .iter()
        .map(|row| {
            Ok(Place {
                legacy: row.try_get(0)?,
                oid: row.try_get(1)?,
                qualified: row.try_get(2)?,
            })
        })
        .collect::<sqlx::Result<_>>()?;
    for (legacy, schema, name) in wanted {
        let found: Vec<&str> = places
            .iter()
            .filter(|place| place.legacy == legacy)
            .map(|place| place.qualified.as_str())
            .collect();
        match found[..] {
            [_] => {}
            [] => {
                return Err(format!(
                    "the table {legacy} is neither in public nor at {schema}.{name}"
                )
                .into());
            }
            _ => {
                return Err(
                    format!("the table {legacy} is there twice: {}", found.join(", ")).into(),
                );
            }
        }
    }
    Ok(places)
}

/// The three arrays that `unnest` takes.
fn columns<'a>(
    wanted: &[(&'a str, &'a str, &'a str)],
) -> (Vec<&'a str>, Vec<&'a str>, Vec<&'a str>) {
    let legacy = wanted.iter().map(|place| place.0).collect();
    let schemas = wanted.iter().map(|place| place.1).collect();
    let names = wanted.iter().map(|place| place.2).collect();
    (legacy, schemas, names)
}
