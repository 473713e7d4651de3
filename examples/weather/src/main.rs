//! A real application's database, moved from one crowded schema into two owned ones, and back, with nothing lost.
//!
//! `cargo run -p weather` needs no server: it starts an embedded Postgres. With `DATABASE_URL` set it works on that
//! server, in a database of its own making, which `--keep` leaves for inspection. It ends with status 1 if one promise
//! was broken.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program speaks on its standard streams"
)]

mod database;
mod migrations;
mod proof;
mod report;
mod state;
mod story;

use std::error::Error;
use std::process::ExitCode;

use database::Database;
use report::Report;

/// Leaves the database where it is.
const KEEP: &str = "--keep";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(status) => status,
        Err(error) => {
            eprintln!("\nerror: {error}");
            let mut source = error.source();
            while let Some(reason) = source {
                eprintln!("  because: {reason}");
                source = reason.source();
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<ExitCode, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = arguments.iter().find(|argument| *argument != KEEP) {
        return Err(format!("there is no `{unknown}`: write `{KEEP}` or nothing").into());
    }
    let server = std::env::var("DATABASE_URL")
        .ok()
        .filter(|url| !url.is_empty());
    let database = Database::create(server.as_deref()).await?;

    let mut report = Report::default();
    let told = story::tell(&database, &mut report).await;
    let told = told.map(|()| report.conclude());
    // The database is of our own making: it goes, or is kept, however the story ended.
    if arguments.is_empty() {
        database.drop().await?;
    } else {
        database.keep()?;
    }
    told
}
