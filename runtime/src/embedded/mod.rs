//! A Postgres inside the program, for trying and testing: no server to install, nothing to clean up.
//!
//! It is PostgreSQL 17 compiled to WebAssembly (the crate `pglite-oxide`), with the usual extensions.
//!
//! **It serves one connection at a time**: a second one waits until the first is closed, so a pool
//! must have a size of 1, and whatever needs several (lock waits, a monitor beside a migration) cannot
//! be tried on it. Several of them run side by side in one program.

use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use pglite_oxide::{PgDumpOptions, PgliteServer, extensions};

/// How long a drop waits for a connection that is still open.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running embedded Postgres with one empty database. Dropping it stops it and removes its files.
///
/// Close the connections first (a pool by `pool.close().await`): the drop waits up to five seconds for
/// an open one, and then leaves it to a thread to stop when that connection is closed. A pool that is
/// merely dropped closes the connection that was used last in a task, which the drop keeps from
/// running on a tokio runtime of one thread.
///
/// ```
/// use bailiwick::embedded::EmbeddedPostgres;
/// use bailiwick::sqlx::{Connection, PgConnection, query_scalar};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let postgres = EmbeddedPostgres::start()?;
/// let mut connection = PgConnection::connect(postgres.url()).await?;
/// let answer: i32 = query_scalar("SELECT 40 + 2").fetch_one(&mut connection).await?;
/// assert_eq!(answer, 42);
/// connection.close().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct EmbeddedPostgres {
    url: String,
    // Its drop stops the server and removes its folder. Only the drop of this value takes it out.
    server: Option<Arc<PgliteServer>>,
}

impl EmbeddedPostgres {
    /// Starts one. It takes a few seconds, and blocks the thread meanwhile.
    ///
    /// # Errors
    ///
    /// The engine's own reason, where it does not start.
    pub fn start() -> Result<Self, StartError> {
        Self::with_extensions(&[])
    }

    /// Starts one in which `CREATE EXTENSION` has been run for these, by their names in SQL (`vector`,
    /// `pg_trgm`, `citext`, `hstore`, `ltree`, ...). The engine puts them into `pg_catalog`; where they
    /// have to stand elsewhere, `ALTER EXTENSION vector SET SCHEMA public` moves one.
    ///
    /// # Errors
    ///
    /// A name that the engine does not bring, or its own reason, where it does not start.
    pub fn with_extensions(names: &[&str]) -> Result<Self, StartError> {
        let wanted = names
            .iter()
            .map(|name| {
                extensions::by_sql_name(name).ok_or_else(|| StartError::UnknownExtension {
                    name: (*name).to_owned(),
                    known: extensions::ALL
                        .iter()
                        .map(|extension| extension.sql_name())
                        .collect(),
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        let server = PgliteServer::builder()
            .temporary()
            .extensions(wanted)
            .start()
            .map_err(|error| StartError::Engine(error.into()))?;
        Ok(Self {
            url: server.database_url(),
            server: Some(Arc::new(server)),
        })
    }

    /// The address to connect to.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The schema of its database, without the rows, as the engine's own `pg_dump` writes it.
    ///
    /// Close the connections first: it needs the only one there is.
    ///
    /// # Errors
    ///
    /// The engine's own reason.
    pub async fn dump_schema(&self) -> Result<String, DumpError> {
        let server = self.server.clone().expect("only the drop takes it out");
        let options = PgDumpOptions::new().arg("--schema-only");
        // The engine drives a runtime of its own, which it may only do on a thread that drives no other.
        tokio::task::spawn_blocking(move || server.dump_sql(options))
            .await
            .map_err(|error| DumpError(error.into()))?
            .map_err(|error| DumpError(error.into()))
    }
}

impl Drop for EmbeddedPostgres {
    fn drop(&mut self) {
        let server = self.server.take();
        let (stopped, has_stopped) = mpsc::channel();
        // The server stops after its connection is closed. The thread that drops this value may be the
        // very one on which a task waits to close it, so it must not wait for ever.
        thread::spawn(move || {
            drop(server);
            let _ = stopped.send(());
        });
        let _ = has_stopped.recv_timeout(PATIENCE);
    }
}

/// Why there is no dump.
#[derive(Debug, thiserror::Error)]
#[error("the embedded Postgres cannot be dumped: {0:#}")]
pub struct DumpError(#[source] Box<dyn std::error::Error + Send + Sync>);

/// Why an embedded Postgres did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// It does not bring an extension of this name.
    #[error(
        "the embedded Postgres has no extension `{name}`: it brings {}. Use a server of your own for others",
        known.join(", ")
    )]
    UnknownExtension {
        /// The name asked for.
        name: String,
        /// The names that it knows.
        known: Vec<&'static str>,
    },
    /// The engine says so itself.
    #[error("the embedded Postgres does not start: {0:#}")]
    Engine(#[source] Box<dyn std::error::Error + Send + Sync>),
}
