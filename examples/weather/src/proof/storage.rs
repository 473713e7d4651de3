//! That a move only renames: each table keeps its identity and the very file its rows are in.

use std::collections::{BTreeMap, HashMap};

use sqlx::{PgConnection, Row};

use super::Verdict;
use super::place;

/// The identity and the file of every table of the old database, and of what belongs to it.
pub(crate) struct Storage {
    tables: BTreeMap<String, i64>,
    files: HashMap<i64, File>,
}

struct File {
    label: String,
    kind: Kind,
    node: i64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    Toast,
    Sequence,
    Index,
}

impl Storage {
    /// Reads it from the catalog.
    pub(crate) async fn read(
        connection: &mut PgConnection,
    ) -> Result<Self, Box<dyn std::error::Error>> {
        let places = place::find(connection).await?;
        let tables: BTreeMap<String, i64> = places
            .into_iter()
            .map(|place| (place.legacy, place.oid))
            .collect();
        let oids: Vec<i64> = tables.values().copied().collect();
        let rows = sqlx::query(
            "WITH tables AS (SELECT unnest($1::int8[])::oid AS oid)
             SELECT c.oid::int8, c.relkind::text, c.relname::text, coalesce(pg_catalog.pg_relation_filenode(c.oid), 0)::int8
             FROM pg_catalog.pg_class AS c
             WHERE c.oid IN (SELECT oid FROM tables)
                OR c.oid IN (SELECT t.reltoastrelid FROM pg_catalog.pg_class AS t JOIN tables USING (oid))
                OR c.oid IN (SELECT i.indexrelid FROM pg_catalog.pg_index AS i JOIN tables ON tables.oid = i.indrelid)
                OR c.oid IN (SELECT d.objid FROM pg_catalog.pg_depend AS d JOIN tables ON tables.oid = d.refobjid
                             WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'a' AND c.relkind = 'S')",
        )
        .bind(oids)
        .fetch_all(connection)
        .await?;
        let mut files = HashMap::new();
        for row in rows {
            let kind = match row.try_get::<String, _>(1)?.as_str() {
                "r" => Kind::Table,
                "t" => Kind::Toast,
                "S" => Kind::Sequence,
                _ => Kind::Index,
            };
            files.insert(
                row.try_get(0)?,
                File {
                    label: row.try_get(2)?,
                    kind,
                    node: row.try_get(3)?,
                },
            );
        }
        Ok(Self { tables, files })
    }

    /// Whether all of it is as it was. An index may have been dropped or made since; one that is still
    /// there must be the one that was.
    pub(crate) fn verdict(&self, now: &Self) -> Verdict {
        let mut wrong = Vec::new();
        for (table, before) in &self.tables {
            if now.tables.get(table) != Some(before) {
                wrong.push(format!("{table} is another table than before"));
            }
        }
        for (oid, before) in &self.files {
            wrong.extend(match now.files.get(oid) {
                Some(after) if after.node == before.node => None,
                None if before.kind == Kind::Index => None,
                Some(after) => Some(format!("{} was rewritten as {}", before.label, after.label)),
                None => Some(format!("{} is gone", before.label)),
            });
        }
        wrong.sort();
        let kept = |kind| {
            let same =
                |(oid, file): &(&i64, &File)| file.kind == kind && now.files.contains_key(oid);
            self.files.iter().filter(same).count()
        };
        Verdict::unless(&wrong, || {
            format!(
                "{} tables, {} toast tables, {} sequences, {} indexes: the same files",
                kept(Kind::Table),
                kept(Kind::Toast),
                kept(Kind::Sequence),
                kept(Kind::Index),
            )
        })
    }
}
