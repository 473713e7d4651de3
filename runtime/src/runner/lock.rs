use std::fmt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::{Duration, Instant};

use serde::Serialize;
use sha2::{Digest, Sha256};
use sqlx::postgres::PgConnection;

use super::session::{is_true, rows, run, value};
use super::{Event, Fault, LEDGER_TABLE, Progress};

/// Whoever holds the lock of a ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Holder {
    /// The process of the server that serves it.
    pub pid: i32,
    /// What it calls itself.
    pub application: String,
    /// Since when it is connected.
    pub since: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "pid {}, application `{}`, connected since {}",
            self.pid, self.application, self.since
        )
    }
}

/// The key of a ledger's advisory lock: of the database and of the ledger in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LockKey(i64);

impl LockKey {
    pub(super) async fn of(
        connection: &mut PgConnection,
        ledger: &str,
    ) -> Result<Self, sqlx::Error> {
        let database = value(connection, "SELECT pg_catalog.current_database()").await?;
        let identity = format!("{}\0{ledger}\0{LEDGER_TABLE}", database.unwrap_or_default());
        let digest = Sha256::digest(identity.as_bytes());
        Ok(Self(
            digest[..8]
                .iter()
                .fold(0, |key, byte| (key << 8) | i64::from(*byte)),
        ))
    }

    pub(super) async fn take(self, connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
        is_true(
            connection,
            &format!("SELECT pg_catalog.pg_try_advisory_lock({})", self.0),
        )
        .await
    }

    pub(super) async fn release(self, connection: &mut PgConnection) -> Result<(), sqlx::Error> {
        run(
            connection,
            &format!("SELECT pg_catalog.pg_advisory_unlock({})", self.0),
        )
        .await
    }

    /// The process that holds it, as the server's lock table has it.
    pub(super) async fn holder(
        self,
        connection: &mut PgConnection,
    ) -> Result<Option<Holder>, sqlx::Error> {
        // A 64-bit key stands in the table as two halves without sign.
        let found = rows(
            connection,
            &format!(
                "SELECT held.pid, coalesce(who.application_name, ''), coalesce(who.backend_start::pg_catalog.text, 'unknown') \
                 FROM pg_catalog.pg_locks AS held \
                 LEFT JOIN pg_catalog.pg_stat_activity AS who ON who.pid = held.pid \
                 WHERE held.locktype = 'advisory' AND held.granted AND held.objsubid = 1 \
                 AND held.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) \
                 AND held.classid = {} AND held.objid = {}",
                (self.0 >> 32) & 0xffff_ffff,
                self.0 & 0xffff_ffff,
            ),
        )
        .await?;
        Ok(found.into_iter().next().and_then(|row| {
            let mut row = row.into_iter();
            Some(Holder {
                pid: row.next()??.parse().ok()?,
                application: row.next()??,
                since: row.next()??,
            })
        }))
    }

    /// Waits for the lock by asking again and again: a blocking wait would hold a snapshot, and an index that is
    /// built CONCURRENTLY waits for every snapshot.
    pub(super) async fn acquire(
        self,
        connection: &mut PgConnection,
        deadline: Duration,
        progress: &mut dyn Progress,
    ) -> Result<(), Fault> {
        let reading = || Fault::database("taking the lock");
        let begun = Instant::now();
        let mut told: Option<Option<Holder>> = None;
        while !self.take(connection).await.map_err(reading())? {
            let holder = self.holder(connection).await.map_err(reading())?;
            if begun.elapsed() >= deadline {
                return Err(Fault::Locked {
                    holder,
                    waited: begun.elapsed(),
                });
            }
            if told.as_ref() != Some(&holder) {
                progress.event(&Event::Waiting {
                    holder: holder.clone(),
                });
                told = Some(holder);
            }
            tokio::time::sleep(jittered(Duration::from_millis(150))).await;
        }
        Ok(())
    }
}

/// Between half of a pause and one and a half, so that those who wait do not come back together.
pub(super) fn jittered(pause: Duration) -> Duration {
    let random = RandomState::new().build_hasher().finish() % 1000;
    pause / 2 + pause * u32::try_from(random).unwrap_or(0) / 1000
}
