use serde::{Deserialize, Serialize};
use sqlx::postgres::PgConnection;

use crate::catalog::QualifiedName;
use crate::migration::{Folder, Migration, Version};
use crate::sql::literal;

use super::session::{Texts, is_true, rows};
use super::{Disagreement, Grant};

/// The table of the applied migrations.
pub const LEDGER_TABLE: &str = "bailiwick_migrations";

/// What the ledger holds.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    /// What was recorded when it was created; `None` where there is no ledger.
    pub(super) bootstrap: Option<Undo>,
    /// The rows in the order in which the steps were applied.
    pub(super) entries: Vec<Entry>,
}

/// A row of the ledger.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) version: Version,
    pub(super) name: String,
    pub(super) up_checksum: Option<String>,
    pub(super) down_checksum: Option<String>,
    pub(super) state: EntryState,
    pub(super) statements_done: usize,
    pub(super) finished_at: Option<String>,
    pub(super) undo: Undo,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryState {
    Applied,
    /// It runs without transaction, and is being applied.
    Running,
    /// Its down file runs without transaction, and is being run.
    Reverting,
}

impl EntryState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Running => "running",
            Self::Reverting => "reverting",
        }
    }
}

/// What reverting a step must know and its down file cannot: it differs from one database to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Undo {
    /// What the step granted on schemas.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) grants: Vec<Grant>,
    /// The schemas that the step was to create, and that were there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) found_schemas: Vec<String>,
    /// In the first row: whether the schema of the ledger was created with it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) created_schema: bool,
    /// In the first row: what became of the baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) baseline: Option<Baseline>,
}

/// What became of the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Baseline {
    /// Its tables were there.
    Adopted,
    /// Nothing of it was there, and it was created.
    Created,
}

/// The statements that read and write one ledger.
#[derive(Debug, Clone)]
pub(super) struct LedgerTable {
    pub(super) name: QualifiedName,
}

impl LedgerTable {
    pub(super) fn new(schema: &str) -> Self {
        Self {
            name: QualifiedName::new(schema, LEDGER_TABLE),
        }
    }

    fn sql(&self) -> String {
        self.name.sql()
    }

    /// Whether it is there.
    pub(super) async fn exists(&self, connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
        is_true(
            connection,
            &format!(
                "SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n \
                 ON n.oid = c.relnamespace WHERE n.nspname = {} AND c.relname = {})",
                literal(&self.name.schema),
                literal(&self.name.name)
            ),
        )
        .await
    }

    /// Reads it. No ledger is an empty one.
    pub(super) async fn read(&self, connection: &mut PgConnection) -> Result<Ledger, sqlx::Error> {
        let mut ledger = Ledger::default();
        if !self.exists(connection).await? {
            return Ok(ledger);
        }
        let found = rows(
            connection,
            &format!(
                "SELECT schema, number, name, up_checksum, down_checksum, state, statements_done, \
                 finished_at::pg_catalog.text, undo::pg_catalog.text FROM {} ORDER BY position",
                self.sql()
            ),
        )
        .await?;
        for row in found {
            let entry = entry(row)?;
            if entry.version.number == 0 {
                ledger.bootstrap = Some(entry.undo);
            } else {
                ledger.entries.push(entry);
            }
        }
        Ok(ledger)
    }

    /// Creates it, with the row of version 0 that tells how it came to be.
    pub(super) fn create(&self, undo: &Undo) -> String {
        let table = self.sql();
        format!(
            "CREATE TABLE {table} (\
             schema pg_catalog.text NOT NULL, number pg_catalog.int4 NOT NULL, position pg_catalog.int8 NOT NULL, \
             name pg_catalog.text NOT NULL, up_checksum pg_catalog.text, down_checksum pg_catalog.text, \
             state pg_catalog.text NOT NULL, statements_done pg_catalog.int4 NOT NULL DEFAULT 0, \
             started_at pg_catalog.timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(), \
             finished_at pg_catalog.timestamptz, undo pg_catalog.jsonb NOT NULL DEFAULT '{{}}', \
             CONSTRAINT \"pk_{LEDGER_TABLE}\" PRIMARY KEY (schema, number)); \
             INSERT INTO {table} (schema, number, position, name, state, finished_at, undo) \
             VALUES ({}, 0, 0, 'bootstrap', 'applied', pg_catalog.clock_timestamp(), {})",
            literal(&self.name.schema),
            json(undo),
        )
    }

    /// Records a step that is applied, or begins.
    pub(super) fn record(
        &self,
        migration: &Migration,
        folder: &Folder,
        state: EntryState,
        undo: &Undo,
    ) -> String {
        let table = self.sql();
        let sum = |path: &str| {
            folder
                .checksums
                .get(path)
                .map_or_else(|| "NULL".to_owned(), |sum| literal(sum))
        };
        let finished = match state {
            EntryState::Applied => "pg_catalog.clock_timestamp()",
            EntryState::Running | EntryState::Reverting => "NULL",
        };
        format!(
            "INSERT INTO {table} (schema, number, position, name, up_checksum, down_checksum, state, started_at, finished_at, undo) \
             SELECT {}, {}, coalesce(pg_catalog.max(position), 0) + 1, {}, {}, {}, '{}', pg_catalog.now(), {finished}, {} FROM {table} \
             ON CONFLICT (schema, number) DO UPDATE SET state = excluded.state, up_checksum = excluded.up_checksum, \
             down_checksum = excluded.down_checksum, finished_at = excluded.finished_at",
            literal(&migration.version.schema),
            migration.version.number,
            literal(&migration.name),
            sum(&migration.up_path()),
            sum(&migration.down_path()),
            state.as_str(),
            json(undo),
        )
    }

    /// Notes how far a step without transaction is.
    pub(super) fn advance(&self, version: &Version, state: EntryState, done: usize) -> String {
        let finished = match state {
            EntryState::Applied => ", finished_at = pg_catalog.clock_timestamp()",
            EntryState::Running | EntryState::Reverting => "",
        };
        format!(
            "UPDATE {} SET state = '{}', statements_done = {done}{finished} WHERE {}",
            self.sql(),
            state.as_str(),
            key(version)
        )
    }

    /// Takes a step out.
    pub(super) fn remove(&self, version: &Version) -> String {
        format!("DELETE FROM {} WHERE {}", self.sql(), key(version))
    }

    /// Whether a step is in it.
    pub(super) async fn has(
        &self,
        connection: &mut PgConnection,
        version: &Version,
    ) -> Result<bool, sqlx::Error> {
        if !self.exists(connection).await? {
            return Ok(false);
        }
        is_true(
            connection,
            &format!(
                "SELECT EXISTS (SELECT FROM {} WHERE {})",
                self.sql(),
                key(version)
            ),
        )
        .await
    }

    /// Whether no step is in it.
    pub(super) async fn is_empty(
        &self,
        connection: &mut PgConnection,
    ) -> Result<bool, sqlx::Error> {
        is_true(
            connection,
            &format!(
                "SELECT NOT EXISTS (SELECT FROM {} WHERE number > 0)",
                self.sql()
            ),
        )
        .await
    }

    pub(super) fn drop(&self) -> String {
        format!("DROP TABLE {}", self.sql())
    }
}

fn key(version: &Version) -> String {
    format!(
        "schema = {} AND number = {}",
        literal(&version.schema),
        version.number
    )
}

fn json(undo: &Undo) -> String {
    // A struct of texts and flags always has a JSON form.
    literal(&serde_json::to_string(undo).unwrap_or_else(|_| "{}".to_owned()))
}

fn entry(row: Texts) -> Result<Entry, sqlx::Error> {
    let odd = || {
        sqlx::Error::Protocol("the ledger has a row that no release of bailiwick writes".to_owned())
    };
    let [
        schema,
        number,
        name,
        up_checksum,
        down_checksum,
        state,
        done,
        finished_at,
        undo,
    ] = <[Option<String>; 9]>::try_from(row).map_err(|_| odd())?;
    let count = |text: Option<String>| {
        text.and_then(|text| text.parse::<u32>().ok())
            .ok_or_else(odd)
    };
    Ok(Entry {
        version: Version::new(schema.ok_or_else(odd)?, count(number)?),
        name: name.ok_or_else(odd)?,
        up_checksum,
        down_checksum,
        state: match state.as_deref() {
            Some("applied") => EntryState::Applied,
            Some("running") => EntryState::Running,
            Some("reverting") => EntryState::Reverting,
            _ => return Err(odd()),
        },
        statements_done: count(done)? as usize,
        finished_at,
        undo: undo
            .and_then(|text| serde_json::from_str(&text).ok())
            .ok_or_else(odd)?,
    })
}

impl Ledger {
    /// The row of a version.
    pub(super) fn entry(&self, version: &Version) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.version == *version)
    }

    /// Whether a version is applied to the end.
    pub(super) fn is_applied(&self, version: &Version) -> bool {
        self.entry(version)
            .is_some_and(|entry| entry.state == EntryState::Applied)
    }

    /// Where the ledger and the folder tell different stories. The file of a step that is still running may be
    /// mended, because that is how one that cannot succeed is brought to an end.
    pub(super) fn compare(&self, folder: &Folder) -> Vec<Disagreement> {
        let mut points = Vec::new();
        for entry in &self.entries {
            let version = &entry.version;
            let Some(migration) = folder
                .migration(version)
                .filter(|migration| migration.name == entry.name)
            else {
                points.push(Disagreement::Unknown {
                    version: version.clone(),
                    name: entry.name.clone(),
                });
                continue;
            };
            let files = [
                (migration.up_path(), &entry.up_checksum),
                (migration.down_path(), &entry.down_checksum),
            ];
            for (file, recorded) in files {
                if entry.state != EntryState::Running
                    && folder.checksums.get(&file) != recorded.as_ref()
                {
                    points.push(Disagreement::Edited {
                        version: version.clone(),
                        file,
                    });
                }
            }
        }
        points
    }
}
