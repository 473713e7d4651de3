use std::io::Write;
use std::path::PathBuf;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions, Connection};

use super::Failure;
use super::args::Format;
use crate::catalog::Catalog;
use crate::descriptor::CatalogDef;
use crate::generate::schema_order;
use crate::migration::{Folder, SNAPSHOT, Snapshot};
use crate::runner::Settings;

/// What every command is given.
pub(super) struct Context {
    pub(super) models: &'static CatalogDef,
    pub(super) migrations: PathBuf,
    pub(super) database_url: Option<String>,
    pub(super) format: Format,
}

impl Context {
    /// A line for people.
    pub(super) fn say(&self, line: &str) {
        if self.format == Format::Text {
            print(line);
        }
    }

    /// A line for machines.
    pub(super) fn json(&self, value: &serde_json::Value) {
        if self.format == Format::Json {
            print(&value.to_string());
        }
    }

    /// A file next to the migrations' folder.
    pub(super) fn beside_migrations(&self, name: &str) -> PathBuf {
        self.migrations
            .parent()
            .map_or_else(|| PathBuf::from(name), |parent| parent.join(name))
    }

    pub(super) fn options(&self) -> Result<PgConnectOptions, Failure> {
        let url = self.database_url.as_deref().ok_or_else(|| {
            Failure::new("no database was named: set DATABASE_URL, or give `--database-url postgres://user@host/database`")
        })?;
        url.parse().map_err(|error| Failure::new(format!("the URL of the database cannot be read ({error}): write it as `postgres://user@host/database`")))
    }

    /// A connection for looking, not for changing.
    pub(super) async fn connect(&self) -> Result<PgConnection, Failure> {
        let options = self
            .options()?
            .application_name("bailiwick")
            .disable_statement_logging();
        PgConnection::connect_with(&options).await.map_err(|error| {
            Failure::new(format!(
                "cannot connect to {}:{}/{}: {error}. Nothing has been changed",
                options.get_host(),
                options.get_port(),
                options.get_database().unwrap_or("?")
            ))
        })
    }

    /// How a run of these models behaves.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            schema_order: schema_order(self.models),
            extensions: Catalog::from_models(self.models).extensions,
            ..Settings::new(self.models.ledger)
        }
    }

    pub(super) fn folder(&self) -> Result<Folder, Failure> {
        Folder::read(&self.migrations).map_err(Failure::new)
    }

    pub(super) fn has_snapshot(&self) -> bool {
        self.migrations.join(SNAPSHOT).exists()
    }

    /// The snapshot; an empty one where nothing has been generated or adopted yet.
    pub(super) fn snapshot(&self) -> Result<Snapshot, Failure> {
        let snapshot = Snapshot::read(&self.migrations).map_err(Failure::new)?;
        Ok(snapshot.unwrap_or_else(|| Snapshot::new(self.models.ledger, Catalog::default())))
    }
}

/// Prints a line. Whoever has stopped reading, such as `head`, is no reason to fail.
pub(super) fn print(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
