//! Every row of every table, and where every sequence stands.

use std::collections::BTreeMap;

use sqlx::{AssertSqlSafe, PgConnection, Row};

use super::place::{self, Place};
use super::{Verdict, grouped};

/// What the tables of the old database hold, under the names that they had there.
pub(crate) struct Contents {
    tables: BTreeMap<String, Digest>,
    /// The last value of each table's sequence.
    sequences: BTreeMap<String, Option<i64>>,
}

#[derive(PartialEq, Eq)]
struct Digest {
    rows: i64,
    /// The sum of the hashes of all rows as text: the same whatever order they come in, and two equal rows do not cancel.
    checksum: String,
}

impl Contents {
    /// Reads every table where it is now.
    pub(crate) async fn read(
        connection: &mut PgConnection,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        let mut tables = BTreeMap::new();
        let places = place::find(connection).await?;
        for place in &places {
            tables.insert(place.legacy.clone(), Digest::read(connection, place).await?);
        }
        let sequences = sequences(connection, &places).await?;
        Ok(Self { tables, sequences })
    }

    /// How much is there.
    pub(crate) fn figure(&self) -> String {
        let rows: i64 = self.tables.values().map(|digest| digest.rows).sum();
        format!(
            "{} tables, {} rows, {} sequences",
            self.tables.len(),
            grouped(rows.unsigned_abs()),
            self.sequences.len()
        )
    }

    /// Whether everything is still there, and nothing more.
    pub(crate) fn verdict(&self, now: &Self) -> Verdict {
        let mut wrong = Vec::new();
        for (table, before) in &self.tables {
            match now.tables.get(table) {
                Some(after) if after == before => {}
                Some(after) if after.rows != before.rows => {
                    wrong.push(format!(
                        "{table} had {} rows and has {}",
                        before.rows, after.rows
                    ));
                }
                _ => wrong.push(format!("{table} has as many rows, but other ones")),
            }
        }
        for (table, before) in &self.sequences {
            let after = now.sequences.get(table);
            if after != Some(before) {
                wrong.push(format!(
                    "the sequence of {table} stood at {before:?} and stands at {after:?}"
                ));
            }
        }
        Verdict::unless(&wrong, || format!("{}: equal", now.figure()))
    }
}

impl Digest {
    async fn read(connection: &mut PgConnection, place: &Place) -> sqlx::Result<Self> {
        let sql = format!(
            "SELECT count(*), coalesce(sum(hashtextextended(whole_row::text, 0)), 0)::text FROM {} AS whole_row",
            place.qualified
        );
        // Postgres itself quoted the name.
        let row = sqlx::query(AssertSqlSafe(sql))
            .fetch_one(connection)
            .await?;
        Ok(Self {
            rows: row.try_get(0)?,
            checksum: row.try_get(1)?,
        })
    }
}

async fn sequences(
    connection: &mut PgConnection,
    places: &[Place],
) -> sqlx::Result<BTreeMap<String, Option<i64>>> {
    let mut sequences = BTreeMap::new();
    for place in places {
        let last: Option<Option<i64>> = sqlx::query_scalar(
            "SELECT pg_catalog.pg_sequence_last_value(d.objid)
             FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = d.objid
             WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'a' AND d.refobjid = $1::oid",
        )
        .bind(place.oid)
        .fetch_optional(&mut *connection)
        .await?;
        if let Some(value) = last {
            sequences.insert(place.legacy.clone(), value);
        }
    }
    Ok(sequences)
}
