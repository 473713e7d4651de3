//! The migrations of this application, run from inside the program as `migrate` runs them from outside.

use std::error::Error;
use std::path::Path;

use bailiwick::Catalog;
use bailiwick::generate::Declared;
use bailiwick::migration::Folder;
use bailiwick::runner::{Connections, DownTarget, Event, Progress, Runner, Settings, UpTarget};
use weather::models::WeatherAi;

use crate::database::Database;
use crate::report::Report;

/// The folder with what it takes to run it.
pub(crate) struct Migrations {
    folder: Folder,
    settings: Settings,
}

impl Migrations {
    /// Reads the folder.
    pub(crate) fn read(database: &Database) -> Result<Self, Box<dyn Error>> {
        let declared = Declared::from(&WeatherAi::CATALOG);
        let mut settings = Settings::new(declared.ledger);
        settings.schema_order = declared.schema_order;
        if database.is_embedded() {
            settings.connections = Connections::One;
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        Ok(Self {
            folder: Folder::read(&root)?,
            settings,
        })
    }

    /// Tells what is going to happen: each migration, and how much of the way back is exact.
    pub(crate) fn show(&self, report: &Report) -> Result<(), Box<dyn Error>> {
        for migration in self.folder.order(&self.settings.schema_order)? {
            let (up, down) = (&migration.up, &migration.down);
            let work = match up.moves.len() {
                0 => format!("{} statements", up.statements.len()),
                moved => format!("{moved} tables move, {} statements", up.statements.len()),
            };
            let back = down
                .class
                .map_or_else(String::new, |class| format!("; way back: {class}"));
            report.fact(
                &migration.version.to_string(),
                format!("{}: {work}{back}", migration.name),
            );
        }
        Ok(())
    }

    /// Applies everything.
    pub(crate) async fn up(
        &self,
        database: &Database,
        report: &Report,
    ) -> Result<(), Box<dyn Error>> {
        let mut runner = Runner::connect(database.options(), self.settings.clone()).await?;
        let applied = runner
            .up(&self.folder, &UpTarget::Latest, &mut Told(report))
            .await;
        // Also after an error: the embedded Postgres takes the next connection when this one is closed.
        runner.close().await?;
        applied?;
        Ok(())
    }

    /// Reverts everything down to a target.
    pub(crate) async fn down(
        &self,
        database: &Database,
        to: &DownTarget,
        report: &Report,
    ) -> Result<(), Box<dyn Error>> {
        let mut runner = Runner::connect(database.options(), self.settings.clone()).await?;
        let reverted = runner.down(&self.folder, to, &mut Told(report)).await;
        runner.close().await?;
        reverted?;
        Ok(())
    }
}

/// A run as it is told to people.
struct Told<'r>(&'r Report);

impl Progress for Told<'_> {
    /// A line for each step that is done, and one for whatever else they would want to know.
    fn event(&mut self, event: &Event) {
        match event {
            Event::Finished {
                version, elapsed, ..
            } => {
                self.0.fact(
                    &version.to_string(),
                    format!("{:.1} ms", elapsed.as_secs_f64() * 1000.0),
                );
            }
            Event::Retrying {
                version, sqlstate, ..
            } => {
                self.0.fact(
                    &version.to_string(),
                    format!("gave way to others ({sqlstate}), is tried again"),
                );
            }
            Event::Bootstrapped { schema } => self.0.fact("ledger", format!("created in {schema}")),
            Event::LedgerRemoved => self.0.fact("ledger", "removed"),
            _ => {}
        }
    }
}
