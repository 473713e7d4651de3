use std::io;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgSslMode};

use crate::server::unprivileged_user;
use crate::skipped;

/// A pooler in front of a database, which hands its sessions to others between transactions.
pub struct TransactionPooler {
    process: Child,
    port: u16,
    // The folder of its settings, removed with the value.
    _folder: tempfile::TempDir,
}

impl TransactionPooler {
    /// Starts one in front of the server of these options, which must need no password; `None`, which is said, where
    /// no `pgbouncer` is installed.
    pub(crate) async fn start(server: &PgConnectOptions) -> Option<Self> {
        let Some(program) = program() else {
            skipped("no pgbouncer is in PATH or /usr/sbin");
            return None;
        };
        let folder = tempfile::tempdir().expect("a folder can be made");
        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|listener| listener.local_addr())
            .expect("127.0.0.1 has a free port")
            .port();
        let settings = format!(
            "[databases]\n* = host={} port={} user={}\n\
             [pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = any\n\
             pool_mode = transaction\nignore_startup_parameters = extra_float_digits\n",
            server.get_host(),
            server.get_port(),
            server.get_username(),
        );
        let path = folder.path().join("pgbouncer.ini");
        std::fs::write(&path, settings).expect("a folder just made is writable");
        let process =
            spawn(&program, folder.path(), &path).expect("the settings can be given away");
        let mut pooler = Self {
            process,
            port,
            _folder: folder,
        };
        pooler.answers().await;
        Some(pooler)
    }

    /// The server's options by way of the pooler.
    pub(crate) fn options(&self, server: &PgConnectOptions) -> PgConnectOptions {
        let server = server.clone().ssl_mode(PgSslMode::Disable);
        server.host("127.0.0.1").port(self.port)
    }

    async fn answers(&mut self) {
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.process.try_wait().expect("a child can be asked");
            assert!(ended.is_none(), "pgbouncer ended at once: {ended:?}");
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "pgbouncer does not answer"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for TransactionPooler {
    fn drop(&mut self) {
        // It may have ended by itself; either way nothing of it stays.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn program() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    folders.push(PathBuf::from("/usr/sbin"));
    folders
        .into_iter()
        .map(|folder| folder.join("pgbouncer"))
        .find(|program| program.is_file())
}

fn spawn(program: &Path, folder: &Path, settings: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command
        .arg("-q")
        .arg(settings)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Like Postgres, it refuses to run as root.
    if std::fs::metadata(folder)?.uid() == 0 {
        let (user, group) = unprivileged_user();
        for path in [folder, settings] {
            chown(path, Some(user), Some(group))?;
        }
        command.uid(user).gid(group);
    }
    command.spawn()
}
