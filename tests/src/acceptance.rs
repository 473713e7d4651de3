//! The acceptance loop: what every pair of databases must come through.
//!
//! Load both, plan from the first to the second, apply, compare with the second, compare again, go
//! back, compare with the first: dumps byte for byte where a `pg_dump` is there, catalogs always.

use std::collections::BTreeMap;
use std::path::Path;

use bailiwick::catalog::{Catalog, QualifiedName};
use bailiwick::diff::{Selection, diff};
use bailiwick::generate::{Declared, GenerateError, Request, adopt, generate};
use bailiwick::introspect::{Scope, introspect};
use bailiwick::migration::{Folder, Migration};
use bailiwick::plan::{HazardCode, Mode};
use bailiwick::runner::{DownTarget, Runner, Settings, UpTarget};
use sqlx::{Connection, PgConnection};

use crate::TestDatabase;

/// Where the ledger of the loop stands: in a schema that no case uses.
const LEDGER: &str = "acceptance_ledger";

/// Two databases, and the hints that lead from one to the other.
#[derive(Debug, Clone, Default)]
pub struct Pair<'p> {
    /// The statements that make the first.
    pub before: &'p str,
    /// The statements that make the second.
    pub after: &'p str,
    /// Tables that moved: old name, new name.
    pub moves: &'p [(&'p str, &'p str)],
    /// Columns that were renamed: table (by its new name), old name, new name.
    pub renames: &'p [(&'p str, &'p str, &'p str)],
    /// Hazards that the case is about.
    pub allow: &'p [HazardCode],
    /// Whether long work is split.
    pub mode: Mode,
}

/// What came of a pair.
#[derive(Debug)]
pub struct Outcome {
    /// The migrations that led from the first database to the second.
    pub migrations: Vec<Migration>,
}

impl Pair<'_> {
    /// Sends the pair through the loop.
    ///
    /// # Panics
    ///
    /// At the first step that does not come out as it should.
    pub async fn holds(&self, name: &str) -> Outcome {
        let wanted = {
            let database = TestDatabase::create(&format!("{name}_after")).await;
            let mut connection = database.connect().await;
            run(&mut connection, self.after).await;
            let wanted = live(&mut connection).await;
            close(connection).await;
            wanted
        };
        let database = TestDatabase::create(&format!("{name}_before")).await;
        let mut connection = database.connect().await;
        run(&mut connection, self.before).await;
        let before = live(&mut connection).await;
        let storage_before = storage(&mut connection).await;
        close(connection).await;
        let dump_before = database.dump_schema().await;

        let folder = tempfile::tempdir().expect("a folder for the migrations");
        let migrations = self.write_migrations(folder.path(), &before, wanted.clone());
        let folder = Folder::read(folder.path()).expect("the folder reads back");

        let mut runner = self.runner(&database).await;
        runner
            .up(&folder, &UpTarget::Latest, &mut ())
            .await
            .unwrap_or_else(|error| panic!("{name}: up: {error}"));
        runner
            .close()
            .await
            .expect("the runner's connection closes");

        let mut connection = database.connect().await;
        let reached = live(&mut connection).await;
        assert_agree(name, "up reaches what was wanted", &reached, &wanted);
        self.assert_kept(name, &storage_before, &storage(&mut connection).await);
        close(connection).await;

        let irreversible = migrations
            .iter()
            .any(|migration| migration.down.irreversible.is_some());
        if irreversible {
            return Outcome { migrations };
        }
        let mut runner = self.runner(&database).await;
        runner
            .down(&folder, &DownTarget::Zero, &mut ())
            .await
            .unwrap_or_else(|error| panic!("{name}: down: {error}"));
        runner
            .close()
            .await
            .expect("the runner's connection closes");

        let mut connection = database.connect().await;
        assert_agree(
            name,
            "down restores what was there",
            &live(&mut connection).await,
            &before,
        );
        close(connection).await;
        assert_eq!(
            dump_before,
            database.dump_schema().await,
            "{name}: the dumps before up and after down"
        );
        Outcome { migrations }
    }

    /// Adopts the first database, and writes the way to the second.
    fn write_migrations(
        &self,
        root: &Path,
        before: &Catalog,
        mut wanted: Catalog,
    ) -> Vec<Migration> {
        for (old, new) in self.moves {
            let new: QualifiedName = new.parse().expect("a qualified name");
            let schema = wanted
                .schemas
                .get_mut(&new.schema)
                .expect("the schema of a move");
            let table = schema
                .tables
                .get_mut(&new.name)
                .expect("the table of a move");
            table.moved_from = Some(old.parse().expect("a qualified name"));
        }
        for (table, old, new) in self.renames {
            let table: QualifiedName = table.parse().expect("a qualified name");
            let schema = wanted
                .schemas
                .get_mut(&table.schema)
                .expect("the schema of a rename");
            let table = schema
                .tables
                .get_mut(&table.name)
                .expect("the table of a rename");
            let column = table.columns.iter_mut().find(|column| column.name == *new);
            column.expect("the column of a rename").renamed_from = Some((*old).to_owned());
        }
        let adopted = adopt(before.clone());
        let declared = Declared::from_catalog(wanted, LEDGER);
        let request = Request {
            name: "change",
            selection: Selection::All,
            mode: self.mode,
            allow: self.allow,
        };
        if !self.allow.is_empty() {
            let unasked = Request {
                allow: &[],
                ..request.clone()
            };
            let refused = generate(&declared, &adopted.catalog, &Folder::default(), &unasked);
            assert!(
                matches!(refused, Err(GenerateError::DataLoss { .. })),
                "{refused:?}"
            );
        }
        let generated = generate(&declared, &adopted.catalog, &Folder::default(), &request)
            .unwrap_or_else(|error| panic!("generate: {error}"));
        Folder::write(root, Some(&adopted.baseline), &generated.migrations)
            .expect("the files are written");
        generated.migrations
    }

    async fn runner(&self, database: &TestDatabase) -> Runner {
        let settings = Settings {
            connections: database.connections(),
            allow: self
                .allow
                .iter()
                .map(|code| code.as_str().to_owned())
                .collect(),
            ..Settings::new(LEDGER)
        };
        let options = database.url().parse().expect("a URL");
        Runner::connect(options, settings)
            .await
            .expect("the runner connects")
    }

    /// No table was replaced: those that were there have the same storage, wherever they stand now.
    fn assert_kept(
        &self,
        name: &str,
        before: &BTreeMap<QualifiedName, i64>,
        after: &BTreeMap<QualifiedName, i64>,
    ) {
        let moves: BTreeMap<&str, &str> = self.moves.iter().copied().collect();
        for (table, oid) in before {
            let now = moves.get(table.to_string().as_str()).map_or_else(
                || table.clone(),
                |new| new.parse().expect("a qualified name"),
            );
            if let Some(other) = after.get(&now) {
                assert_eq!(oid, other, "{name}: {now} was made anew");
            }
        }
    }
}

/// The embedded engine serves one connection at a time, so each is closed before the next.
async fn close(connection: PgConnection) {
    connection.close().await.expect("the connection closes");
}

async fn run(connection: &mut PgConnection, statements: &str) {
    // Test cases are text that nobody from outside has a hand in.
    sqlx::raw_sql(sqlx::AssertSqlSafe(statements.to_owned()))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{error}\n{statements}"));
}

async fn live(connection: &mut PgConnection) -> Catalog {
    introspect(connection, &Scope::all())
        .await
        .expect("the database is introspected")
}

/// The object identifiers of the tables: they stay as long as a table is the same one.
async fn storage(connection: &mut PgConnection) -> BTreeMap<QualifiedName, i64> {
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT nspname::text, relname::text, c.oid::bigint FROM pg_catalog.pg_class c \
         JOIN pg_catalog.pg_namespace n ON n.oid = relnamespace \
         WHERE relkind IN ('r', 'p') AND nspname !~ '^(pg_|information_schema)'",
    )
    .fetch_all(connection)
    .await
    .expect("the tables are listed");
    rows.into_iter()
        .map(|(schema, name, oid)| (QualifiedName::new(schema, name), oid))
        .collect()
}

fn assert_agree(name: &str, what: &str, found: &Catalog, wanted: &Catalog) {
    let mut found = found.clone();
    found.schemas.remove(LEDGER);
    for (from, to) in [(&found, wanted), (wanted, &found)] {
        let changes = diff(from, to, &Selection::All)
            .expect("no hint is left")
            .changes;
        assert!(
            changes.is_empty(),
            "{name}: {what}, but it would need {changes:#?}"
        );
    }
    let schemas = |catalog: &Catalog| catalog.schemas.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        schemas(&found),
        schemas(wanted),
        "{name}: {what}: the schemas"
    );
}
