//! The database that the move is shown on: an embedded Postgres, or one of our own making on the server that
//! `DATABASE_URL` names. What is already there is never touched.

use std::error::Error;
use std::str::FromStr;

use bailiwick::embedded::EmbeddedPostgres;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};

use crate::proof::dump::{Dump, PgDump};

/// A database that nobody else uses.
pub(crate) struct Database {
    options: PgConnectOptions,
    home: Home,
}

enum Home {
    Embedded(EmbeddedPostgres),
    /// How to reach the server's own database, from which ours was made.
    Server(Box<PgConnectOptions>),
}

impl Database {
    /// Creates a database on the given server, or starts the embedded Postgres.
    pub(crate) async fn create(server: Option<&str>) -> Result<Self, Box<dyn Error>> {
        match server {
            Some(url) => Self::on_server(PgConnectOptions::from_str(url)?).await,
            None => {
                let postgres = EmbeddedPostgres::start()?;
                Ok(Self {
                    options: PgConnectOptions::from_str(postgres.url())?,
                    home: Home::Embedded(postgres),
                })
            }
        }
    }

    async fn on_server(server: PgConnectOptions) -> Result<Self, Box<dyn Error>> {
        let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
        let name = format!("weather_{}_{}", std::process::id(), since_epoch.as_micros());
        // The empty template: what an administrator put into the other one is not ours to prove anything about.
        let sql = format!(
            "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
        );
        let mut connection = server.connect().await.map_err(|error| {
            format!("cannot connect to the server that DATABASE_URL names: {error}. Without DATABASE_URL the embedded Postgres is used")
        })?;
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await.map_err(|error| {
            format!("cannot create a database of our own on that server: {error}. Its role needs CREATEDB")
        })?;
        connection.close().await?;
        Ok(Self {
            options: server.clone().database(&name),
            home: Home::Server(Box::new(server)),
        })
    }

    /// Where it is, for people.
    pub(crate) fn place(&self) -> String {
        match &self.home {
            Home::Embedded(_) => "embedded".to_owned(),
            Home::Server(_) => format!("database {}", self.name()),
        }
    }

    fn name(&self) -> &str {
        self.options.get_database().unwrap_or_default()
    }

    /// Whether it serves one connection at a time.
    pub(crate) fn is_embedded(&self) -> bool {
        matches!(self.home, Home::Embedded(_))
    }

    /// How to connect to it.
    pub(crate) fn options(&self) -> PgConnectOptions {
        self.options.clone()
    }

    /// Connects to it. The embedded Postgres serves one connection at a time: close it before opening the next.
    pub(crate) async fn connect(&self) -> sqlx::Result<PgConnection> {
        self.options.connect().await
    }

    /// Its address, as any other program takes it.
    pub(crate) fn url(&self) -> String {
        let mut url = self.options.to_url_lossy();
        // An option of sqlx alone, which `psql` and `pg_dump` refuse.
        let others: Vec<(String, String)> = url
            .query_pairs()
            .filter(|(key, _)| key != "statement-cache-capacity")
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect();
        url.query_pairs_mut().clear().extend_pairs(others);
        url.into()
    }

    /// Its schema as a `pg_dump` writes it: the embedded engine's own, or one that is new enough for the server.
    ///
    /// # Errors
    ///
    /// Why there is no dump. No connection may be open to the embedded Postgres.
    pub(crate) async fn dump(&self, release: u32) -> Result<Dump, String> {
        match &self.home {
            Home::Embedded(postgres) => {
                let schema = postgres
                    .dump_schema()
                    .await
                    .map_err(|error| error.to_string())?;
                Ok(Dump {
                    writer: "the engine's own pg_dump".to_owned(),
                    text: schema.into_bytes(),
                })
            }
            Home::Server(_) => PgDump::find(release)?.schema(&self.url()),
        }
    }

    /// Drops it.
    pub(crate) async fn drop(self) -> sqlx::Result<()> {
        if let Home::Server(server) = &self.home {
            let mut connection = server.connect().await?;
            sqlx::query(AssertSqlSafe(format!("DROP DATABASE {}", self.name())))
                .execute(&mut connection)
                .await?;
            connection.close().await?;
        }
        Ok(())
    }

    /// Leaves it to be looked at. The embedded one ends with this program, which therefore waits.
    pub(crate) fn keep(self) -> std::io::Result<()> {
        println!("The database stays: {}", self.url());
        if self.is_embedded() {
            println!("It serves one connection at a time, and ends when you press Enter.");
            std::io::stdin().read_line(&mut String::new())?;
        }
        Ok(())
    }
}
