use std::sync::atomic::{AtomicUsize, Ordering};

use bailiwick::embedded::EmbeddedPostgres;
use bailiwick::runner::Connections;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions, PgSslMode};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection, PgPool};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::engine::Engine;
use crate::{Proxy, TransactionPooler, Verdict, pg_dump, skipped};

/// An empty database of one test. It is dropped with the value.
pub struct TestDatabase {
    options: PgConnectOptions,
    server_version_num: i32,
    keeper: Keeper,
}

/// What must live as long as the database, and end with it.
#[allow(
    clippy::large_enum_variant,
    reason = "one for each database of a test, and never moved much"
)]
enum Keeper {
    /// The server, on which the database is dropped.
    Server(PgConnectOptions),
    /// The engine that has this database alone.
    Embedded(EmbeddedPostgres),
}

/// Tells apart the databases of one process.
static NUMBER: AtomicUsize = AtomicUsize::new(0);

impl TestDatabase {
    /// Makes one. The name appears in the database's own, for whoever looks at the server.
    pub async fn create(name: &str) -> Self {
        let (options, keeper) = match Engine::shared().await {
            Engine::Given(server) => create_on(server, name).await,
            Engine::Installed(server) => create_on(server.options(), name).await,
            Engine::Embedded => {
                let postgres = EmbeddedPostgres::start().expect("the embedded engine starts");
                let options = postgres
                    .url()
                    .parse()
                    .expect("the embedded engine's address is one");
                (options, Keeper::Embedded(postgres))
            }
        };
        let mut connection = connect(&options).await;
        let server_version_num =
            sqlx::query_scalar("SELECT current_setting('server_version_num')::int")
                .fetch_one(&mut connection)
                .await
                .expect("the server knows its version");
        connection.close().await.expect("the connection closes");
        Self {
            options,
            server_version_num,
            keeper,
        }
    }

    /// The address of the database, as every client reads it.
    pub fn url(&self) -> String {
        common_url(&self.options)
    }

    /// The address of the database by way of a [`Proxy`] that asks `judge` about each statement; `None`, which is said,
    /// where the server is not reached over TCP.
    pub fn url_through_proxy(
        &self,
        judge: impl FnMut(&str) -> Verdict + Send + 'static,
    ) -> Option<String> {
        if self.options.get_socket().is_some() || self.options.get_host().starts_with('/') {
            skipped("needs a server that is reached over TCP");
            return None;
        }
        let server = (self.options.get_host().to_owned(), self.options.get_port());
        let proxy = Proxy::start(server, judge).expect("127.0.0.1 has a free port");
        let options = self.options.clone().ssl_mode(PgSslMode::Disable);
        let through = options
            .host(&proxy.address().ip().to_string())
            .port(proxy.address().port());
        Some(common_url(&through))
    }

    /// A transaction pooler in front of the database, and the address by way of it; `None`, which is said, where there
    /// cannot be one.
    pub async fn transaction_pooler(&self) -> Option<(TransactionPooler, String)> {
        let asks_for_password = self.options.to_url_lossy().password().is_some();
        if asks_for_password || self.options.get_socket().is_some() {
            skipped("needs a server that is reached over TCP and asks for no password");
            return None;
        }
        let pooler = TransactionPooler::start(&self.options).await?;
        let url = common_url(&pooler.options(&self.options));
        Some((pooler, url))
    }

    /// A connection to it.
    pub async fn connect(&self) -> PgConnection {
        connect(&self.options).await
    }

    /// A pool of connections to it, of the size that the engine allows.
    ///
    /// # Panics
    ///
    /// If the test runs on one thread: then it has to be `#[tokio::test(flavor = "multi_thread")]`.
    /// sqlx puts a connection back into its pool in a task of its own. At the end of a test that task
    /// still waits for the thread, which in turn waits in the drop of an embedded database for the
    /// connection to be closed.
    pub async fn pool(&self) -> PgPool {
        assert_eq!(
            Handle::current().runtime_flavor(),
            RuntimeFlavor::MultiThread,
            "a test with a pool has to be #[tokio::test(flavor = \"multi_thread\")]: on one thread \
             the pool's last connection is still open when the database is dropped"
        );
        let size = match self.keeper {
            Keeper::Server(_) => 5,
            Keeper::Embedded(_) => 1,
        };
        PgPoolOptions::new()
            .max_connections(size)
            .connect_with(self.options.clone())
            .await
            .expect("the test database takes connections")
    }

    /// How many connections a runner may open.
    pub fn connections(&self) -> Connections {
        match self.keeper {
            Keeper::Server(_) => Connections::Many,
            Keeper::Embedded(_) => Connections::One,
        }
    }

    /// The version of the server: `150018` for 15.18.
    pub fn server_version_num(&self) -> i32 {
        self.server_version_num
    }

    /// Whether the server is of this major version or a later one; if not, it says that the test is
    /// skipped.
    pub fn has_version(&self, major: i32) -> bool {
        let has = self.server_version_num / 10_000 >= major;
        if !has {
            skipped(&format!(
                "needs PostgreSQL {major}, the server is {}",
                self.server_version_num / 10_000
            ));
        }
        has
    }

    /// Whether the server could create this extension; if not, it says that the test is skipped.
    pub async fn has_extension(&self, name: &str) -> bool {
        let mut connection = self.connect().await;
        let has: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_available_extensions WHERE name = $1)",
        )
        .bind(name)
        .fetch_one(&mut connection)
        .await
        .expect("the server knows its extensions");
        connection.close().await.expect("the connection closes");
        if !has {
            skipped(&format!("needs the extension {name}, the server has none"));
        }
        has
    }

    /// The schema of the database as `pg_dump` writes it, the same each time; `None`, which is said,
    /// where no `pg_dump` is installed that is new enough for the server.
    ///
    /// On the embedded engine close the connections first.
    pub async fn dump_schema(&self) -> Option<String> {
        match &self.keeper {
            Keeper::Server(_) => {
                pg_dump::dump_schema(&self.url(), self.server_version_num / 10_000)
            }
            Keeper::Embedded(postgres) => Some(
                postgres
                    .dump_schema()
                    .await
                    .expect("the embedded pg_dump works"),
            ),
        }
    }
}

fn common_url(options: &PgConnectOptions) -> String {
    let mut url = options.to_url_lossy();
    // A parameter that sqlx alone knows: pg_dump and psql refuse the address for it.
    let common: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| key != "statement-cache-capacity")
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect();
    url.query_pairs_mut().clear().extend_pairs(common);
    url.into()
}

async fn connect(options: &PgConnectOptions) -> PgConnection {
    PgConnection::connect_with(options)
        .await
        .expect("the test database takes connections")
}

async fn create_on(server: &PgConnectOptions, name: &str) -> (PgConnectOptions, Keeper) {
    let database = format!(
        "bailiwick_test_{}_{}_{name}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::Relaxed)
    );
    let mut connection = connect(server).await;
    // From template0, because template1 may have got objects or be in use.
    let statement = format!("CREATE DATABASE {} TEMPLATE template0", quoted(&database));
    connection
        .execute(AssertSqlSafe(statement))
        .await
        .unwrap_or_else(|error| panic!("no database of its own for the test {name}: {error}"));
    connection.close().await.expect("the connection closes");
    (
        server.clone().database(&database),
        Keeper::Server(server.clone()),
    )
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Keeper::Server(server) = &self.keeper else {
            return;
        };
        let database = self.options.get_database().expect("it was created by name");
        let statement = format!("DROP DATABASE {} WITH (FORCE)", quoted(database));
        let server = server.clone();
        // A drop cannot wait for a future, and the test's runtime may be ending: a thread with a runtime can.
        let dropped = std::thread::spawn(move || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(sqlx::Error::Io)?
                .block_on(async {
                    let mut connection = PgConnection::connect_with(&server).await?;
                    connection.execute(AssertSqlSafe(statement)).await?;
                    connection.close().await
                })
        })
        .join();
        if !std::thread::panicking() {
            dropped
                .expect("the thread that drops the database returns")
                .expect("a test's own database can be dropped");
        }
    }
}
