use std::path::Path;
use std::process::{Command, Stdio};

use sqlx::{Connection, PgConnection};

use crate::server::folders;

/// The schema of a database as `pg_dump` writes it, the same each time; `None` where no `pg_dump` is
/// installed that is new enough for the server. On the embedded engine close the connections first.
pub async fn dump_schema(url: &str) -> Option<String> {
    let mut connection = PgConnection::connect(url)
        .await
        .expect("the test database takes connections");
    let server: i32 =
        sqlx::query_scalar("SELECT current_setting('server_version_num')::int / 10000")
            .fetch_one(&mut connection)
            .await
            .expect("the server knows its version");
    connection.close().await.expect("the connection closes");

    let program = folders()
        .into_iter()
        .map(|folder| folder.join("pg_dump"))
        .find(|program| major_version(program).is_some_and(|version| version >= server))?;
    let mut command = Command::new(&program);
    command.args(["--schema-only", "--dbname", url]);
    if knows_restrict_key(&program) {
        // Otherwise it writes another random word into each dump.
        command.arg("--restrict-key=BAILIWICK");
    }
    let output = command
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    assert!(
        output.status.success(),
        "{}: {}",
        program.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    Some(String::from_utf8(output.stdout).expect("the dump of a UTF-8 database is UTF-8"))
}

/// `15` for `pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`.
fn major_version(program: &Path) -> Option<i32> {
    let text = standard_output(program, "--version")?;
    let version = text.split_once("(PostgreSQL) ")?.1;
    version
        .split(|letter: char| !letter.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}

fn knows_restrict_key(program: &Path) -> bool {
    standard_output(program, "--help").is_some_and(|help| help.contains("--restrict-key"))
}

fn standard_output(program: &Path, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
