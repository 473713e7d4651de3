//! The move from beginning to end.

use std::error::Error;
use std::time::Instant;

use bailiwick::runner::DownTarget;
use sqlx::Connection;

use crate::database::Database;
use crate::migrations::Migrations;
use crate::proof::{agreement, models, names, prefix, refusal, uniqueness};
use crate::report::Report;
use crate::state::State;

/// The end of the first stage: `rag` has its tables, `core` has none yet.
const RAG_MOVED: &str = "rag/0005";
/// The schemas are there, and all tables are in `public`.
const SCHEMAS_ONLY: &str = "rag/0001";

/// How many tables each schema has at the end of each stage.
const MOVED: &[(&str, i64)] = &[("core", 19), ("public", 1), ("rag", 3)];
const AFTER_IMMEDIATE: &[(&str, i64)] = &[("core", 0), ("public", 19), ("rag", 2)];
const AFTER_PARTIAL: &[(&str, i64)] = &[("core", 0), ("public", 21), ("rag", 0)];
const AFTER_FULL: &[(&str, i64)] = &[("public", 21)];

/// Loads the old database, moves it, proves what the move promises, and takes it back in three ways.
pub(crate) async fn tell(database: &Database, report: &mut Report) -> Result<(), Box<dyn Error>> {
    let before = load(database, report).await?;
    let migrations = Migrations::read(database)?;

    report.stage("The plan");
    migrations.show(report)?;

    report.stage("With duplicates in the old data, up stops in preflight");
    report.proof(
        "nothing changed",
        refusal::check(database, &migrations, report).await?,
    );

    report.stage("Without them, up");
    migrations.up(database, report).await?;

    report.stage("What the move promises");
    prove_moved(database, &before, report).await?;

    report.stage("Queries through the models");
    let mut connection = database.connect().await?;
    models::check(&mut connection, report).await?;
    connection.close().await?;

    report.stage(format!(
        "Immediate roll back: the last moves are undone (down --to {RAG_MOVED})"
    ));
    migrations
        .down(database, &DownTarget::To(RAG_MOVED.parse()?), report)
        .await?;
    before
        .prove_nothing_lost(database, AFTER_IMMEDIATE, report)
        .await?;

    report.stage(format!(
        "Partial roll back: the schemas stay, all tables in public (down --to {SCHEMAS_ONLY})"
    ));
    migrations
        .down(database, &DownTarget::To(SCHEMAS_ONLY.parse()?), report)
        .await?;
    before
        .prove_nothing_lost(database, AFTER_PARTIAL, report)
        .await?;

    report.stage("From there, up again");
    migrations.up(database, report).await?;
    prove_moved(database, &before, report).await?;

    report.stage("Full roll back (down --to 0)");
    migrations.down(database, &DownTarget::Zero, report).await?;
    before
        .prove_nothing_lost(database, AFTER_FULL, report)
        .await?;
    before.prove_restored(database, report).await
}

async fn load(database: &Database, report: &Report) -> Result<State, Box<dyn Error>> {
    report.stage("The old database, everything in public");
    let mut connection = database.connect().await?;
    let version: String = sqlx::query_scalar("SHOW server_version")
        .fetch_one(&mut connection)
        .await?;
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

/// What the move promises of the database.
async fn prove_moved(
    database: &Database,
    before: &State,
    report: &mut Report,
) -> Result<(), Box<dyn Error>> {
    before.prove_nothing_lost(database, MOVED, report).await?;
    let mut connection = database.connect().await?;
    report.proof("the models", agreement::check(&mut connection).await?);
    report.proof("no prefix rag_", prefix::check(&mut connection).await?);
    report.proof("names", names::check(&mut connection).await?);
    report.proof("no duplicates", uniqueness::check(&mut connection).await?);
    connection.close().await?;
    Ok(())
}
