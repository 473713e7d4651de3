//! The database that the move is shown on: an embedded Postgres, or one of our own making on the server that
//! `DATABASE_URL` names. What is already there is never touched.

use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection};

/// What becomes of a database of our own making.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Afterwards {
    /// It is dropped.
    Drop,
    /// It stays, to be looked at.
    Keep,
}

/// A database that nobody else uses.
pub struct Database {
    options: PgConnectOptions,
    home: Home,
}

enum Home {
    Embedded(Embedded),
    Server { options: PgConnectOptions, name: String },
}

impl Database {
    /// Starts the embedded Postgres, or creates a database on the given server.
    pub async fn create(server: Option<&str>) -> Result<Self, Box<dyn std::error::Error>> {
        match server {
            None => Self::embedded().await,
            Some(url) => Self::on_server(PgConnectOptions::from_str(url)?).await,
        }
    }

    async fn on_server(server: PgConnectOptions) -> Result<Self, Box<dyn std::error::Error>> {
        let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
        let name = format!("weather_{}_{}", std::process::id(), since_epoch.as_micros());
        // The empty template: what an administrator put into the other one is not ours to prove anything about.
        let sql = format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        let mut connection = server.connect().await?;
        sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?;
        connection.close().await?;
        Ok(Self { options: server.clone().database(&name), home: Home::Server { options: server, name } })
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
}
