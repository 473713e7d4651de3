use std::fs::{self, File, Permissions};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgSslMode};
use sqlx::{Connection, PgConnection};

/// Runs the server given as arguments, in the folder that is the first one, until standard input is
/// closed; then stops it and removes the folder. The other end of standard input is held by the test
/// process alone, so the server ends with it, whether it returns, panics or is killed.
const WATCHER: &str = r#"
trap '' INT HUP TERM
folder=$1; shift
exec 3<&0
"$@" 3<&- & server=$!
(read -r _ <&3; kill -INT "$server") & watch=$!
exec 3<&-
wait "$server"
kill "$watch"
rm -rf "$folder"
"#;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// The programs of an installed Postgres.
pub(crate) struct Binaries {
    initdb: PathBuf,
    postgres: PathBuf,
}

impl Binaries {
    /// The newest ones that are there.
    pub(crate) fn find() -> Option<Self> {
        folders().into_iter().find_map(|folder| {
            let binaries = Self {
                initdb: folder.join("initdb"),
                postgres: folder.join("postgres"),
            };
            (binaries.initdb.is_file() && binaries.postgres.is_file()).then_some(binaries)
        })
    }
}

/// Where programs of Postgres may be: the folders of `PATH`, then Debian's, newest first.
pub(crate) fn folders() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut debian: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    debian.sort();
    folders.extend(debian.into_iter().rev().map(|(_, folder)| folder));
    folders
}

/// A server that runs as long as this process.
pub(crate) struct InstalledServer {
    options: PgConnectOptions,
    // Its standard input, which keeps the server alive, is closed by the end of this process.
    _watcher: Child,
}

impl InstalledServer {
    pub(crate) fn options(&self) -> &PgConnectOptions {
        &self.options
    }

    pub(crate) async fn start(binaries: &Binaries) -> Self {
        let mut reasons = Vec::new();
        // Between finding a free port and taking it another process may have been faster.
        for _ in 0..3 {
            match Self::try_start(binaries).await {
                Ok(server) => return server,
                Err(reason) => reasons.push(reason),
            }
        }
        panic!("no test server could be started:\n{}", reasons.join("\n"));
    }

    async fn try_start(binaries: &Binaries) -> Result<Self, String> {
        let folder = Folder::create();
        let log_path = folder.path.join("log");
        let log = || {
            File::options()
                .create(true)
                .append(true)
                .open(&log_path)
                .expect("the log of the test server is writable")
        };
        let mut initdb = folder.command(&binaries.initdb);
        let status = initdb
            .args(["--no-sync", "--no-locale", "--encoding=UTF8"])
            .args(["--auth=trust", "--username=postgres", "--pgdata"])
            .arg(folder.data())
            .stdin(Stdio::null())
            .stdout(log())
            .stderr(log())
            .status()
            .map_err(|error| format!("{}: {error}", binaries.initdb.display()))?;
        if !status.success() {
            let text = fs::read_to_string(&log_path).unwrap_or_default();
            let _ = fs::remove_dir_all(&folder.path);
            return Err(format!("initdb failed:\n{text}"));
        }

        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|listener| listener.local_addr())
            .expect("127.0.0.1 has a free port")
            .port();
        let mut watcher = folder.command(Path::new("/bin/sh"));
        watcher
            .args(["-c", WATCHER, "sh"])
            .arg(&folder.path)
            .arg(&binaries.postgres)
            .arg("-D")
            .arg(folder.data())
            .args(settings(port, &folder.path))
            .stdin(Stdio::piped())
            .stdout(log())
            .stderr(log())
            // An interrupt typed at the terminal must reach the tests, not the one that tidies up.
            .process_group(0);
        let watcher = watcher
            .spawn()
            .map_err(|error| format!("/bin/sh: {error}"))?;
        let options = PgConnectOptions::new_without_pgpass()
            .host("127.0.0.1")
            .port(port)
            .username("postgres")
            .database("postgres")
            .ssl_mode(PgSslMode::Disable);
        answers(&options, watcher, &log_path)
            .await
            .map(|watcher| Self {
                options,
                _watcher: watcher,
            })
    }
}

/// Speed for safety: nobody needs the data after a crash.
fn settings(port: u16, folder: &Path) -> Vec<String> {
    [
        "listen_addresses=127.0.0.1".to_owned(),
        format!("port={port}"),
        format!("unix_socket_directories={}", folder.display()),
        "fsync=off".to_owned(),
        "synchronous_commit=off".to_owned(),
        "full_page_writes=off".to_owned(),
        "max_connections=200".to_owned(),
        "max_prepared_transactions=10".to_owned(),
    ]
    .into_iter()
    .flat_map(|setting| ["-c".to_owned(), setting])
    .collect()
}

/// Waits until the server takes connections, or has ended.
async fn answers(
    options: &PgConnectOptions,
    mut watcher: Child,
    log: &Path,
) -> Result<Child, String> {
    let started = Instant::now();
    let mut last = String::new();
    while started.elapsed() < PATIENCE {
        match PgConnection::connect_with(options).await {
            Ok(connection) => {
                let _ = connection.close().await;
                return Ok(watcher);
            }
            Err(error) => last = error.to_string(),
        }
        if let Ok(text) = fs::read_to_string(log) {
            last = text;
        }
        if watcher.try_wait().is_ok_and(|status| status.is_some()) {
            return Err(format!("the server ended at once:\n{last}"));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Err(format!("the server does not answer:\n{last}"))
}

/// A server's folder. Its path is short, because that of the socket inside must fit into 107 bytes.
struct Folder {
    path: PathBuf,
    /// The user and group that own it, where they are not ours.
    owner: Option<(u32, u32)>,
}

impl Folder {
    fn create() -> Self {
        let path = tempfile::Builder::new()
            .prefix("bailiwick-")
            .tempdir_in("/tmp")
            .expect("/tmp is writable")
            // From here on the watcher removes it.
            .keep();
        let metadata = fs::metadata(&path).expect("a folder just made is there");
        // Postgres refuses to run as root. What a process makes belongs to its effective user.
        let owner = (metadata.uid() == 0).then(unprivileged_user);
        if let Some((user, group)) = owner {
            chown(&path, Some(user), Some(group)).expect("root may give a folder away");
            fs::set_permissions(&path, Permissions::from_mode(0o700))
                .expect("root may change a folder's mode");
        }
        Self { path, owner }
    }

    fn data(&self) -> PathBuf {
        self.path.join("data")
    }

    /// A command that runs in the folder and as its owner.
    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.path);
        if let Some((user, group)) = self.owner {
            command.uid(user).gid(group);
        }
        command
    }
}

/// The user and group of `postgres`, or of `nobody`.
pub(crate) fn unprivileged_user() -> (u32, u32) {
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    ["postgres", "nobody"]
        .into_iter()
        .find_map(|wanted| {
            users.lines().find_map(|line| {
                let mut fields = line.split(':');
                let (name, _password) = (fields.next()?, fields.next()?);
                let user = fields.next()?.parse().ok()?;
                let group = fields.next()?.parse().ok()?;
                (name == wanted).then_some((user, group))
            })
        })
        .expect("Postgres refuses to run as root, and neither `postgres` nor `nobody` is in /etc/passwd: set DATABASE_URL, or BAILIWICK_TEST_ENGINE=embedded")
}
