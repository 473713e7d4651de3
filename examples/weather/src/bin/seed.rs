//! Loads the old database into the one that `DATABASE_URL` names, so that the migrations can be tried on it by hand.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program speaks on its standard streams"
)]

use std::error::Error;
use std::process::ExitCode;

use sqlx::{Connection, PgConnection};

/// Adds keys that the new schema refuses.
const DUPLICATES: &str = "--duplicates";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = arguments.iter().find(|argument| *argument != DUPLICATES) {
        return Err(format!("there is no `{unknown}`: write `{DUPLICATES}` or nothing").into());
    }
    let url = std::env::var("DATABASE_URL").map_err(|_| "set DATABASE_URL to an empty database")?;
    let mut connection = PgConnection::connect(&url).await?;
    weather::seed::load(&mut connection).await.map_err(|error| {
        format!("{error}. Nothing has been changed; the old tables need a database that has none of them")
    })?;
    println!("The old tables are in `public`, with their rows.");
    if !arguments.is_empty() {
        weather::seed::load_duplicates(&mut connection).await?;
        println!("26 keys (document_id, idx) of rag_document_chunks are there more than once.");
    }
    Ok(connection.close().await?)
}
