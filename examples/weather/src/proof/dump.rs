//! The schema as `pg_dump` writes it, byte for byte.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Verdict, grouped};

/// Newer releases write a random word into each dump, unless they are given one.
const RESTRICT_KEY: &str = "--restrict-key=weather";

/// A schema, and what wrote it down.
pub(crate) struct Dump {
    /// The program.
    pub(crate) writer: String,
    /// What it wrote.
    pub(crate) text: Vec<u8>,
}

impl Dump {
    /// Whether a later dump is the same.
    pub(crate) fn verdict(&self, now: &Self) -> Verdict {
        if self.text == now.text {
            return Verdict::Kept(format!(
                "{}: {} bytes, each the same",
                now.writer,
                grouped(now.text.len() as u64)
            ));
        }
        let (before, now) = (
            String::from_utf8_lossy(&self.text),
            String::from_utf8_lossy(&now.text),
        );
        let differing = before
            .lines()
            .zip(now.lines())
            .enumerate()
            .find(|(_, (before, now))| before != now)
            .map_or_else(
                || "one goes on where the other ends".to_owned(),
                |(line, (before, now))| format!("line {}: `{before}` became `{now}`", line + 1),
            );
        Verdict::Broken(format!(
            "{} bytes became {}; {differing}",
            before.len(),
            now.len()
        ))
    }
}

/// A `pg_dump` that is new enough for a server.
pub(crate) struct PgDump {
    program: PathBuf,
    version: String,
}

impl PgDump {
    /// Looks on the `PATH` and where distributions keep one release beside another.
    ///
    /// # Errors
    ///
    /// Says what was found instead: a `pg_dump` refuses a server that is newer than itself.
    pub(crate) fn find(server: u32) -> Result<Self, String> {
        let mut older = Vec::new();
        for program in candidates() {
            let Some((version, release)) = release(&program) else {
                continue;
            };
            if release >= server {
                return Ok(Self { program, version });
            }
            older.push(version);
        }
        Err(if older.is_empty() {
            "no pg_dump was found".to_owned()
        } else {
            format!(
                "{} is too old for a server of release {server}",
                older.join(", ")
            )
        })
    }

    /// Dumps the schema of a database.
    ///
    /// # Errors
    ///
    /// What `pg_dump` wrote to its standard error.
    pub(crate) fn schema(&self, url: &str) -> Result<Dump, String> {
        let dump = |restrict: &[&str]| {
            Command::new(&self.program)
                .args(restrict)
                .args(["--schema-only", "--dbname", url])
                .output()
                .map_err(|error| format!("cannot run {}: {error}", self.program.display()))
        };
        let mut output = dump(&[RESTRICT_KEY])?;
        // A release that does not know the option writes no random word either.
        if !output.status.success()
            && String::from_utf8_lossy(&output.stderr).contains("restrict-key")
        {
            output = dump(&[])?;
        }
        if output.status.success() {
            Ok(Dump {
                writer: self.version.clone(),
                text: output.stdout,
            })
        } else {
            Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
        }
    }
}

fn candidates() -> Vec<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&on_path).collect();
    for releases in ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"] {
        let entries = std::fs::read_dir(releases).into_iter().flatten().flatten();
        folders.extend(entries.map(|entry| entry.path().join("bin")));
    }
    folders
        .into_iter()
        .map(|folder| folder.join("pg_dump"))
        .filter(|program| program.is_file())
        .collect()
}

/// `pg_dump (PostgreSQL) 15.18 (Debian ..)`: the first two words after the name, and 15.
fn release(program: &Path) -> Option<(String, u32)> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let number = text.split_whitespace().nth(2)?;
    let digits = number
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(number.len());
    Some((format!("pg_dump {number}"), number[..digits].parse().ok()?))
}
