//! Loads the old database into the one that `DATABASE_URL` names, so that the migrations can be tried on it by hand.
#![allow(
    clippy::print_stdout,
    reason = "a command line program speaks on the standard output"
)]

use sqlx::{Connection, PgConnection};

/// Adds keys that the new schema refuses.
const DUPLICATES: &str = "--duplicates";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = arguments.iter().find(|argument| *argument != DUPLICATES) {
        return Err(format!("there is no `{unknown}`: write `{DUPLICATES}` or nothing").into());
    }
    let url = std::env::var("DATABASE_URL").map_err(|_| "set DATABASE_URL to an empty database")?;
    let mut connection = PgConnection::connect(&url).await?;
    weather::seed::load(&mut connection).await?;
    println!("The old tables are in `public`, with their rows.");
    if !arguments.is_empty() {
        weather::seed::load_duplicates(&mut connection).await?;
        println!("26 keys (document_id, idx) of rag_document_chunks are there more than once.");
    }
    Ok(connection.close().await?)
}
