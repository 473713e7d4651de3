//! A database with a folder of generated migrations, for the cases that take more than one run.

use bailiwick::catalog::{Catalog, QualifiedName};
use bailiwick::diff::Selection;
use bailiwick::generate::{Declared, Request, adopt, generate};
use bailiwick::introspect::{Scope, introspect};
use bailiwick::migration::{Folder, Migration};
use bailiwick::plan::Mode;
use bailiwick::runner::{DownTarget, Report, RunError, Runner, Settings, UpTarget};
use bailiwick_tests::TestDatabase;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// The ledger stands in a schema that no case uses.
const LEDGER: &str = "history_ledger";

pub(crate) struct History {
    database: TestDatabase,
    root: tempfile::TempDir,
    /// What the migrations written so far lead to.
    latest: Catalog,
}

impl History {
    /// A database made by these statements, and adopted.
    pub(crate) async fn of(name: &str, statements: &str) -> Self {
        let database = TestDatabase::create(name).await;
        let latest = live(&database, statements).await;
        let root = tempfile::tempdir().unwrap();
        let adopted = adopt(latest);
        Folder::write(root.path(), Some(&adopted.baseline), &[]).unwrap();
        Self {
            database,
            root,
            latest: adopted.catalog,
        }
    }

    /// Writes the migrations that lead to what these statements make.
    pub(crate) async fn generate(&mut self, name: &str, statements: &str) -> Vec<Migration> {
        let wanted = wanted(name, statements).await;
        self.write(name, wanted)
    }

    /// The same, where a table of these statements is an old one that moved.
    pub(crate) async fn generate_moving(
        &mut self,
        name: &str,
        statements: &str,
        (old, new): (&str, &str),
    ) -> Vec<Migration> {
        let mut wanted = wanted(name, statements).await;
        let new: QualifiedName = new.parse().unwrap();
        let schema = wanted.schemas.get_mut(&new.schema).unwrap();
        let table = schema.tables.get_mut(&new.name).unwrap();
        table.moved_from = Some(old.parse().unwrap());
        self.write(name, wanted)
    }

    fn write(&mut self, name: &str, wanted: Catalog) -> Vec<Migration> {
        let request = Request {
            name,
            selection: Selection::All,
            mode: Mode::LockSafe,
            allow: &[],
        };
        let declared = Declared::from_catalog(wanted, LEDGER);
        let generated = generate(&declared, &self.latest, &self.folder(), &request).unwrap();
        Folder::write(self.root.path(), None, &generated.migrations).unwrap();
        self.latest = generated.catalog;
        generated.migrations
    }

    pub(crate) fn folder(&self) -> Folder {
        Folder::read(self.root.path()).unwrap()
    }

    pub(crate) async fn runner(&self) -> Runner {
        let settings = Settings {
            connections: self.database.connections(),
            ..Settings::new(LEDGER)
        };
        let options = self.database.url().parse().unwrap();
        Runner::connect(options, settings).await.unwrap()
    }

    pub(crate) async fn up(&self) -> Result<Report, RunError> {
        let mut runner = self.runner().await;
        let report = runner.up(&self.folder(), &UpTarget::Latest, &mut ()).await;
        runner.close().await.unwrap();
        report
    }

    pub(crate) async fn down(&self) -> Result<Report, RunError> {
        let mut runner = self.runner().await;
        let report = runner
            .down(&self.folder(), &DownTarget::Zero, &mut ())
            .await;
        runner.close().await.unwrap();
        report
    }

    pub(crate) async fn run(&self, statements: &str) {
        self.try_run(statements)
            .await
            .unwrap_or_else(|error| panic!("{error}: {statements}"));
    }

    pub(crate) async fn try_run(&self, statements: &str) -> Result<(), sqlx::Error> {
        let mut connection = self.database.connect().await;
        let ran = execute(&mut connection, statements).await;
        connection.close().await.unwrap();
        ran
    }

    /// How many rows a query finds.
    pub(crate) async fn count(&self, query: &str) -> i64 {
        let mut connection = self.database.connect().await;
        let count = format!("SELECT count(*) FROM ({query}) AS found");
        let count = sqlx::query_scalar(AssertSqlSafe(count))
            .fetch_one(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
        count
    }
}

async fn wanted(name: &str, statements: &str) -> Catalog {
    let database = TestDatabase::create(&format!("{name}_wanted")).await;
    live(&database, statements).await
}

async fn live(database: &TestDatabase, statements: &str) -> Catalog {
    let mut connection = database.connect().await;
    execute(&mut connection, statements).await.unwrap();
    let catalog = introspect(&mut connection, &Scope::all()).await.unwrap();
    connection.close().await.unwrap();
    catalog
}

async fn execute(connection: &mut PgConnection, statements: &str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(statements.to_owned()))
        .execute(connection)
        .await?;
    Ok(())
}
