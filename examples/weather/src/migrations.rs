//! The migrations of this application, run from inside the program as `migrate` runs them from outside.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use bailiwick::Catalog;
use bailiwick::generate::Declared;
use bailiwick::migration::{Folder, Version};
use bailiwick::runner::{
    Connections, Direction, DownTarget, Event, Progress, Runner, Settings, UpTarget,
};
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

    /// Tells what is going to happen: each migration, what it can hurt, and how much its way back restores.
    pub(crate) fn show(&self, report: &Report) -> Result<(), Box<dyn Error>> {
        for migration in self.folder.order(&self.settings.schema_order)? {
            let mut work = counted(migration.up.statements.len(), "statement");
            if !migration.up.moves.is_empty() {
                work = format!("{work}, {}", counted(migration.up.moves.len(), "move"));
            }
            let hazards: BTreeSet<&str> = migration
                .up
                .hazards
                .iter()
                .map(|hazard| hazard.code.as_str())
                .collect();
            for hazard in hazards {
                work = format!("{work}, {hazard}");
            }
            if let Some(class) = migration.down.class {
                work = format!("{work}; way back {class}");
            }
            report.fact(
                &migration.version.to_string(),
                format!("{}: {work}", migration.name),
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
            .up(
                &self.folder,
                &UpTarget::Latest,
                &mut Told {
                    report,
                    folder: &self.folder,
                },
            )
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
        let reverted = runner
            .down(
                &self.folder,
                to,
                &mut Told {
                    report,
                    folder: &self.folder,
                },
            )
            .await;
        runner.close().await?;
        reverted?;
        Ok(())
    }
}

/// A run as it is told to people.
struct Told<'a> {
    report: &'a Report,
    folder: &'a Folder,
}

impl Told<'_> {
    fn step(&self, version: &Version, what: &str) {
        let name = self
            .folder
            .migration(version)
            .map_or("", |migration| migration.name.as_str());
        self.report
            .fact(&version.to_string(), format!("{what}  {name}"));
    }
}

impl Progress for Told<'_> {
    /// A line for each step that is done, and one for whatever else they would want to know.
    fn event(&mut self, event: &Event) {
        match event {
            Event::Finished {
                version,
                direction,
                elapsed,
            } => {
                let way = match direction {
                    Direction::Up => "up",
                    Direction::Down => "down",
                };
                self.step(
                    version,
                    &format!("{way:<4} {:>7.1} ms", elapsed.as_secs_f64() * 1000.0),
                );
            }
            Event::Retrying {
                version, sqlstate, ..
            } => {
                self.step(
                    version,
                    &format!("gave way to others ({sqlstate}), is tried again"),
                );
            }
            Event::Bootstrapped { schema } => {
                let what = format!("created in {schema}");
                self.report.fact("ledger", what);
            }
            Event::LedgerRemoved => self.report.fact("ledger", "removed"),
            _ => {}
        }
    }
}

/// `1 move`, `2 moves`.
fn counted(number: usize, noun: &str) -> String {
    if number == 1 {
        format!("1 {noun}")
    } else {
        format!("{number} {noun}s")
    }
}
