use std::path::Path;
use std::process::{Command, Stdio};

use crate::server::folders;
use crate::skipped;

/// What `pg_dump --schema-only` writes of the database, if there is one for this major version.
pub(crate) fn dump_schema(url: &str, server: i32) -> Option<String> {
    let program = folders()
        .into_iter()
        .map(|folder| folder.join("pg_dump"))
        .find(|program| major_version(program).is_some_and(|version| version >= server));
    let Some(program) = program else {
        skipped(&format!(
            "no pg_dump of PostgreSQL {server} or later is installed"
        ));
        return None;
    };
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
