//! The database that the move is shown on: an embedded Postgres, or one of our own making on the server that
//! `DATABASE_URL` names. What is already there is never touched.

use std::error::Error;
use std::str::FromStr;

use bailiwick::embedded::EmbeddedPostgres;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};

use crate::proof::dump::PgDump;

/// A database that nobody else uses.
pub struct Database {
    options: PgConnectOptions,
    home: Home,
}

enum Home {
    Embedded(EmbeddedPostgres),
    Server {
        server: PgConnectOptions,
        name: String,
    },
}

impl Database {
    /// Creates a database on the given server, or starts the embedded Postgres.
    pub async fn create(server: Option<&str>) -> Result<Self, Box<dyn Error>> {
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
        let mut connection = server.connect().await?;
        sqlx::query(AssertSqlSafe(sql))
            .execute(&mut connection)
            .await?;
        connection.close().await?;
        Ok(Self {
            options: server.clone().database(&name),
            home: Home::Server { server, name },
        })
    }

    /// Where it is, for people.
    pub fn place(&self) -> String {
        match &self.home {
            Home::Embedded(_) => "embedded".to_owned(),
            Home::Server { name, .. } => format!("database {name}"),
        }
    }

    /// Connects to it. The embedded Postgres serves one connection at a time: close it before opening the next.
    pub async fn connect(&self) -> sqlx::Result<PgConnection> {
        self.options.connect().await
    }

    /// Its address, as any other program takes it.
    pub fn url(&self) -> String {
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
    pub async fn dump(&self, release: u32) -> Result<Vec<u8>, String> {
        match &self.home {
            Home::Embedded(postgres) => postgres
                .dump_schema()
                .await
                .map(String::into_bytes)
                .map_err(|error| error.to_string()),
            Home::Server { .. } => PgDump::find(release)?.schema(&self.url()),
        }
    }

    /// Drops it.
    pub async fn drop(self) -> sqlx::Result<()> {
        if let Home::Server { server, name } = &self.home {
            let mut connection = server.connect().await?;
            sqlx::query(AssertSqlSafe(format!("DROP DATABASE {name}")))
                .execute(&mut connection)
                .await?;
            connection.close().await?;
        }
        Ok(())
    }

    /// Leaves it to be looked at. The embedded one ends with this program, which therefore waits.
    pub fn keep(self) -> std::io::Result<()> {
        println!("\nThe database stays: {}", self.url());
        if matches!(self.home, Home::Embedded(_)) {
            println!("It serves one connection at a time, and ends when you press Enter.");
            std::io::stdin().read_line(&mut String::new())?;
        }
        Ok(())
    }
}
