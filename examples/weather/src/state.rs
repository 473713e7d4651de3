//! Everything that must come back, taken down at one moment.

use std::error::Error;

use sqlx::{Connection, PgConnection};

use crate::database::Database;
use crate::proof::contents::Contents;
use crate::proof::dump::Dump;
use crate::proof::listing::Listing;
use crate::proof::standing;
use crate::proof::storage::Storage;
use crate::report::Report;

/// The old database as it was found.
pub(crate) struct State {
    /// The server's major release.
    release: u32,
    /// Rows and sequences.
    pub contents: Contents,
    /// Identities and files.
    pub storage: Storage,
    /// The objects, as the catalog tells them.
    listing: Listing,
    /// The same, as `pg_dump` writes it, or why there is no dump.
    dump: Result<Dump, String>,
}

impl State {
    /// Takes it down.
    pub(crate) async fn record(database: &Database) -> Result<Self, Box<dyn Error>> {
        let mut connection = database.connect().await?;
        let release = release(&mut connection).await?;
        let contents = Contents::read(&mut connection).await?;
        let storage = Storage::read(&mut connection).await?;
        let listing = Listing::read(&mut connection).await?;
        connection.close().await?;
        let dump = database.dump(release).await;
        Ok(Self {
            release,
            contents,
            storage,
            listing,
            dump,
        })
    }

    /// Proves that nothing was lost and nothing rewritten, and that each schema has its tables.
    pub(crate) async fn prove_nothing_lost(
        &self,
        database: &Database,
        tables: &[(&str, i64)],
        report: &mut Report,
    ) -> Result<(), Box<dyn Error>> {
        let mut connection = database.connect().await?;
        let (contents, storage) = (
            Contents::read(&mut connection).await?,
            Storage::read(&mut connection).await?,
        );
        report.proof(
            "tables by schema",
            standing::check(&mut connection, tables).await?,
        );
        report.proof("rows and checksums", self.contents.verdict(&contents));
        report.proof("identity and files", self.storage.verdict(&storage));
        connection.close().await?;
        Ok(())
    }

    /// Proves that the schema is as it was, with nothing of ours left.
    pub(crate) async fn prove_restored(
        &self,
        database: &Database,
        report: &mut Report,
    ) -> Result<(), Box<dyn Error>> {
        let mut connection = database.connect().await?;
        report.proof(
            "the catalog's objects",
            self.listing.verdict(&Listing::read(&mut connection).await?),
        );
        connection.close().await?;
        match &self.dump {
            Ok(before) => report.proof(
                "pg_dump",
                before.verdict(&database.dump(self.release).await?),
            ),
            Err(reason) => report.fact("pg_dump", format!("not compared: {reason}")),
        }
        Ok(())
    }
}

async fn release(connection: &mut PgConnection) -> sqlx::Result<u32> {
    let number: i32 =
        sqlx::query_scalar("SELECT pg_catalog.current_setting('server_version_num')::int4")
            .fetch_one(connection)
            .await?;
    Ok(number.unsigned_abs() / 10_000)
}
