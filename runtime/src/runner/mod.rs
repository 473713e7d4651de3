//! The only room that writes to a database: it applies and reverts migrations, and keeps the ledger.
//!
//! One runner at a time holds the ledger's lock, on the connection that runs the steps. Everything that can be
//! known before the first change is looked at first; a run that is killed is continued by the next one.

mod bootstrap;
mod error;
mod finding;
mod grants;
mod inventory;
mod ledger;
mod lock;
mod no_transaction;
mod pooler;
mod preflight;
mod progress;
mod run;
mod session;
mod settings;
mod state;
mod status;
mod step;
mod target;
mod transaction;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection};

use crate::migration::{Folder, Version};

pub use error::{Disagreement, Fault, RunError};
pub use finding::Finding;
pub use ledger::{Baseline, LEDGER_TABLE};
pub use lock::Holder;
pub use progress::{Direction, Event, Progress};
pub use settings::{Connections, Irreversible, Settings};
pub use state::{Standing, State};
pub use status::{MigrationState, MigrationStatus, Status};
pub use target::{DownTarget, UpTarget};

use grants::Grant;
use inventory::Inventory;
use ledger::LedgerTable;
use preflight::Scene;

/// Applies and reverts migrations on one database.
#[derive(Debug)]
pub struct Runner {
    connection: PgConnection,
    options: PgConnectOptions,
    settings: Settings,
    table: LedgerTable,
    /// What the run at hand has done so far.
    journal: State,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Report {
    /// The versions that were applied or reverted, in the order in which that happened.
    pub versions: Vec<Version>,
    /// What this run did about the baseline.
    pub baseline: Option<Baseline>,
}

impl Runner {
    /// Connects to a database. Nothing is changed by it.
    ///
    /// # Errors
    /// If the server cannot be reached or refuses.
    pub async fn connect(options: PgConnectOptions, settings: Settings) -> Result<Self, RunError> {
        let journal = State::untouched(Direction::Up);
        match session::open(&options).await {
            Ok(connection) => {
                let table = LedgerTable::new(&settings.ledger);
                Ok(Self {
                    connection,
                    options,
                    settings,
                    table,
                    journal,
                })
            }
            Err(source) => Err(RunError {
                fault: Box::new(Fault::Connect(source)),
                state: journal,
            }),
        }
    }

    /// Ends the connection.
    ///
    /// # Errors
    /// If the server does not take note of it.
    pub async fn close(self) -> Result<(), sqlx::Error> {
        self.connection.close().await
    }

    /// What is applied and what is not. It takes the right to read the ledger, and no other.
    ///
    /// # Errors
    /// If the ledger cannot be read.
    pub async fn status(&mut self, folder: &Folder) -> Result<Status, RunError> {
        self.journal = State::untouched(Direction::Up);
        let status = self.try_status(folder).await;
        status.map_err(|fault| self.error(fault))
    }

    async fn try_status(&mut self, folder: &Folder) -> Result<Status, Fault> {
        let ledger = self
            .table
            .read(&mut self.connection)
            .await
            .map_err(Fault::database("reading the ledger"))?;
        Ok(Status::of(folder, &ledger, &self.settings)?)
    }

    /// Looks for everything that would be in the way of going up, and changes nothing. No finding is good news.
    ///
    /// # Errors
    /// If the database cannot be looked at, or if ledger and folder tell different stories.
    pub async fn preflight(
        &mut self,
        folder: &Folder,
        target: &UpTarget,
    ) -> Result<Vec<Finding>, RunError> {
        self.journal = State::untouched(Direction::Up);
        let found = self.try_preflight(folder, target).await;
        found.map_err(|fault| self.error(fault))
    }

    async fn try_preflight(
        &mut self,
        folder: &Folder,
        target: &UpTarget,
    ) -> Result<Vec<Finding>, Fault> {
        session::settle(&mut self.connection)
            .await
            .map_err(Fault::database("setting up the session"))?;
        let ledger = self.read_ledger(folder).await?;
        let steps = target::pending(folder, &ledger, target, &self.settings)?;
        let inventory = self.inventory().await?;
        let baseline = match bootstrap::baseline(folder, &ledger, &inventory) {
            Ok(baseline) => baseline,
            Err(finding) => return Ok(vec![finding]),
        };
        let created = baseline
            .filter(|(what, _)| *what == Baseline::Created)
            .map(|(_, script)| script);
        let scene = Scene::new(&steps, created, folder, &ledger, &self.settings, inventory);
        preflight::examine(&mut self.connection, &scene).await
    }

    /// The versions that going up to the target would apply, in order.
    ///
    /// # Errors
    /// If the ledger cannot be read, or if ledger and folder tell different stories.
    pub async fn pending(
        &mut self,
        folder: &Folder,
        target: &UpTarget,
    ) -> Result<Vec<Version>, RunError> {
        self.journal = State::untouched(Direction::Up);
        let pending = self.try_pending(folder, target).await;
        pending.map_err(|fault| self.error(fault))
    }

    async fn try_pending(
        &mut self,
        folder: &Folder,
        target: &UpTarget,
    ) -> Result<Vec<Version>, Fault> {
        let ledger = self.read_ledger(folder).await?;
        let steps = target::pending(folder, &ledger, target, &self.settings)?;
        Ok(steps.iter().map(|step| step.version().clone()).collect())
    }

    /// Applies what is pending, up to the target.
    ///
    /// # Errors
    /// If anything is in the way: then nothing has been changed. If a step fails: the error says what state it has
    /// left the database in.
    pub async fn up(
        &mut self,
        folder: &Folder,
        target: &UpTarget,
        progress: &mut dyn Progress,
    ) -> Result<Report, RunError> {
        self.journal = State::untouched(Direction::Up);
        let done = run::up(self, folder, target, progress).await;
        self.release().await;
        done.map_err(|fault| self.error(fault))
    }

    /// Reverts what is applied, newest first, down to the target. The last step takes the ledger along.
    ///
    /// # Errors
    /// If anything is in the way: then nothing has been changed. If a step fails: the error says what state it has
    /// left the database in.
    pub async fn down(
        &mut self,
        folder: &Folder,
        target: &DownTarget,
        progress: &mut dyn Progress,
    ) -> Result<Report, RunError> {
        self.journal = State::untouched(Direction::Down);
        let done = run::down(self, folder, target, progress).await;
        self.release().await;
        done.map_err(|fault| self.error(fault))
    }

    fn error(&self, fault: Fault) -> RunError {
        RunError {
            fault: Box::new(fault),
            state: self.journal.clone(),
        }
    }

    async fn read_ledger(&mut self, folder: &Folder) -> Result<ledger::Ledger, Fault> {
        let ledger = self
            .table
            .read(&mut self.connection)
            .await
            .map_err(Fault::database("reading the ledger"))?;
        let points = ledger.compare(folder);
        if points.is_empty() {
            Ok(ledger)
        } else {
            Err(Fault::Disagreement(points))
        }
    }

    async fn inventory(&mut self) -> Result<Inventory, Fault> {
        Inventory::read(&mut self.connection)
            .await
            .map_err(Fault::database("looking at what is there"))
    }

    /// Makes sure that this connection is a session of its own, and the only runner.
    async fn take_over(&mut self, progress: &mut dyn Progress) -> Result<(), Fault> {
        let backend = pooler::backend(&mut self.connection).await?;
        let key = self.key().await?;
        key.acquire(&mut self.connection, self.settings.wait, progress)
            .await?;
        pooler::refuse(
            &mut self.connection,
            backend,
            key,
            &self.options,
            self.settings.connections,
        )
        .await?;
        session::settle(&mut self.connection)
            .await
            .map_err(Fault::database("setting up the session"))
    }

    async fn key(&mut self) -> Result<lock::LockKey, Fault> {
        let key = lock::LockKey::of(&mut self.connection, &self.settings.ledger).await;
        key.map_err(Fault::database("taking the lock"))
    }

    async fn release(&mut self) {
        // A connection that is gone has released its lock already, and a lock that is not held needs no release.
        if let Ok(key) = self.key().await
            && let Ok(Some(_)) = key.holder(&mut self.connection).await
        {
            let _ = key.release(&mut self.connection).await;
        }
    }

    /// A new connection in the place of one that was lost. It has the lock, so the old session is over.
    async fn reconnect(&mut self, progress: &mut dyn Progress) -> Result<(), Fault> {
        self.connection = session::open(&self.options).await.map_err(Fault::Connect)?;
        self.take_over(progress).await
    }
}
