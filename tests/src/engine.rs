use sqlx::postgres::PgConnectOptions;
use tokio::sync::OnceCell;

use crate::server::{Binaries, InstalledServer};
use crate::skipped;

/// What the tests of this process run on.
pub(crate) enum Engine {
    /// A server that is there already.
    Given(PgConnectOptions),
    /// An installed one, started for this process.
    Installed(InstalledServer),
    /// One in process for each database.
    Embedded,
}

static ENGINE: OnceCell<Engine> = OnceCell::const_new();

impl Engine {
    /// The engine of this process; the first test that asks chooses and starts it.
    pub(crate) async fn shared() -> &'static Self {
        ENGINE.get_or_init(Self::choose).await
    }

    async fn choose() -> Self {
        match std::env::var("BAILIWICK_TEST_ENGINE").as_deref() {
            Ok("embedded") => return Self::Embedded,
            Ok("installed") => {
                let binaries = Binaries::find().expect(
                    "BAILIWICK_TEST_ENGINE=installed, but no folder of PATH or /usr/lib/postgresql has initdb and postgres",
                );
                return Self::Installed(InstalledServer::start(&binaries).await);
            }
            Ok(other) => panic!(
                "BAILIWICK_TEST_ENGINE={other} names no engine: write `installed` or `embedded`"
            ),
            Err(_) => {}
        }
        if let Ok(url) = std::env::var("DATABASE_URL") {
            let options = url
                .parse()
                .unwrap_or_else(|error| panic!("DATABASE_URL is not an address: {error}"));
            return Self::Given(options);
        }
        match Binaries::find() {
            Some(binaries) => Self::Installed(InstalledServer::start(&binaries).await),
            None => Self::Embedded,
        }
    }
}

/// Whether the engine serves several connections at once. Where it does not, it says on standard
/// error that the test is skipped, and why; the test then returns:
///
/// ```no_run
/// # async fn example() {
/// if !bailiwick_tests::several_connections().await {
///     return;
/// }
/// # }
/// ```
pub async fn several_connections() -> bool {
    if !matches!(Engine::shared().await, Engine::Embedded) {
        return true;
    }
    skipped("needs several connections, the embedded engine has one");
    false
}
