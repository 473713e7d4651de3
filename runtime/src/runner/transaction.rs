//! A step that is one transaction: its statements, the rights that it gives, and its row in the ledger stand or fall
//! together.

use std::time::Duration;

use crate::migration::{Action, Folder, Statement};

use super::bootstrap;
use super::error::sqlstate;
use super::ledger::{EntryState, Ledger, Undo};
use super::lock::jittered;
use super::session::{is_lost, rows, run};
use super::step::Step;
use super::{Direction, Event, Fault, Progress, Runner, Standing, grants};

/// What became of one try.
enum Attempt {
    Committed(Vec<Event>),
    Failed(Fault),
    /// The answer to COMMIT was lost. If it has happened, so have these.
    Uncertain(sqlx::Error, Vec<Event>),
}

pub(super) async fn take(
    runner: &mut Runner,
    folder: &Folder,
    step: &Step<'_>,
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let version = step.version();
    for attempt in 1.. {
        runner.journal.failed = Some((version.clone(), Standing::RolledBack));
        let fault = match try_once(runner, folder, step, attempt).await {
            Attempt::Committed(events) => {
                bootstrap::tell(&events, progress);
                return Ok(());
            }
            Attempt::Failed(fault) => fault,
            Attempt::Uncertain(source, events) => {
                if look_up(runner, step, progress).await? {
                    bootstrap::tell(&events, progress);
                    return Ok(());
                }
                Fault::Commit {
                    version: version.clone(),
                    direction: step.direction,
                    source,
                }
            }
        };
        match yielded(&fault).filter(|_| attempt <= runner.settings.lock_retries) {
            Some(code) => pause(runner, step, attempt, code, progress).await,
            None => return Err(fault),
        }
    }
    Ok(())
}

/// The code of an error that means: somebody else was first, so try again.
pub(super) fn yielded(fault: &Fault) -> Option<String> {
    let (Fault::Statement { source, .. } | Fault::Commit { source, .. }) = fault else {
        return None;
    };
    let code = sqlstate(source)?;
    matches!(code.as_ref(), "55P03" | "40P01").then(|| code.into_owned())
}

pub(super) async fn pause(
    runner: &Runner,
    step: &Step<'_>,
    attempt: u32,
    sqlstate: String,
    progress: &mut dyn Progress,
) {
    let pause = jittered(runner.settings.retry_pause);
    progress.event(&Event::Retrying {
        version: step.version().clone(),
        attempt: attempt + 1,
        sqlstate,
        pause,
    });
    tokio::time::sleep(pause).await;
}

/// The time that statements wait for locks, as a setting. Validating stops nobody, so it may wait.
pub(super) fn lock_timeout(statements: &[Statement], short: Duration) -> String {
    let patient = |statement: &Statement| {
        matches!(
            statement.action(),
            Action::ValidateConstraint
                | Action::CreateIndexConcurrently(_)
                | Action::DropIndexConcurrently(_)
                | Action::OtherConcurrently
        )
    };
    if !statements.is_empty() && statements.iter().all(patient) {
        "lock_timeout = 0".to_owned()
    } else {
        format!("lock_timeout = {}", short.as_millis().max(1))
    }
}

async fn try_once(runner: &mut Runner, folder: &Folder, step: &Step<'_>, attempt: u32) -> Attempt {
    let events = match body(runner, folder, step, attempt).await {
        Ok(events) => events,
        Err(fault) => {
            // A connection that is lost cannot be rolled back, and need not be.
            let _ = run(&mut runner.connection, "ROLLBACK").await;
            return Attempt::Failed(fault);
        }
    };
    match run(&mut runner.connection, "COMMIT").await {
        Ok(()) => Attempt::Committed(events),
        Err(source) if is_lost(&source) => Attempt::Uncertain(source, events),
        Err(source) => Attempt::Failed(Fault::Commit {
            version: step.version().clone(),
            direction: step.direction,
            source,
        }),
    }
}

async fn body(
    runner: &mut Runner,
    folder: &Folder,
    step: &Step<'_>,
    attempt: u32,
) -> Result<Vec<Event>, Fault> {
    let preparing = || Fault::database("preparing a step");
    let statements = &step.script().statements;
    run(&mut runner.connection, "BEGIN")
        .await
        .map_err(preparing())?;
    let timeout = lock_timeout(statements, runner.settings.lock_timeout);
    run(&mut runner.connection, &format!("SET LOCAL {timeout}"))
        .await
        .map_err(preparing())?;
    let ledger = runner
        .table
        .read(&mut runner.connection)
        .await
        .map_err(preparing())?;
    let undo = ledger
        .entry(step.version())
        .map(|entry| entry.undo.clone())
        .unwrap_or_default();
    let before = grants::read(&mut runner.connection)
        .await
        .map_err(preparing())?;
    let found_schemas = match step.direction {
        Direction::Up => schemas_found(runner, step).await.map_err(preparing())?,
        Direction::Down => undo.found_schemas.clone(),
    };
    for (at, statement) in statements.iter().enumerate() {
        if matches!(statement.action(), Action::CreateSchema(name) | Action::DropSchema(name) if found_schemas.contains(&name))
        {
            continue;
        }
        run(&mut runner.connection, &statement.sql)
            .await
            .map_err(|source| Fault::Statement {
                version: step.version().clone(),
                direction: step.direction,
                number: at + 1,
                of: statements.len(),
                first_line: statement.first_line().to_owned(),
                attempts: attempt,
                source,
            })?;
    }
    match step.direction {
        Direction::Up => {
            let after = grants::read(&mut runner.connection)
                .await
                .map_err(preparing())?;
            let undo = Undo {
                grants: after.difference(&before).cloned().collect(),
                found_schemas,
                ..Undo::default()
            };
            let row = runner
                .table
                .record(step.migration, folder, EntryState::Applied, &undo);
            run(&mut runner.connection, &row)
                .await
                .map_err(Fault::database("writing the ledger"))?;
            Ok(Vec::new())
        }
        Direction::Down => leave(runner, step, &ledger).await,
    }
}

/// The schemas that a step is to create, and that are there: they are used as they are, and stay on the way back.
async fn schemas_found(runner: &mut Runner, step: &Step<'_>) -> Result<Vec<String>, sqlx::Error> {
    let found = rows(
        &mut runner.connection,
        "SELECT nspname FROM pg_catalog.pg_namespace",
    )
    .await?;
    let found: Vec<String> = found.into_iter().flatten().flatten().collect();
    Ok(step
        .script()
        .creates_schemas
        .iter()
        .filter(|schema| found.contains(schema))
        .cloned()
        .collect())
}

/// Takes back what the step granted, and its row out of the ledger; the last row takes the ledger along.
async fn leave(runner: &mut Runner, step: &Step<'_>, ledger: &Ledger) -> Result<Vec<Event>, Fault> {
    let writing = || Fault::database("writing the ledger");
    for version in step.script().undoes.iter().chain([step.version()]) {
        let granted = ledger
            .entry(version)
            .map(|entry| entry.undo.grants.clone())
            .unwrap_or_default();
        for grant in granted {
            run(&mut runner.connection, &grant.revoke())
                .await
                .map_err(Fault::database("revoking what was granted"))?;
        }
        run(&mut runner.connection, &runner.table.remove(version))
            .await
            .map_err(writing())?;
    }
    if runner
        .table
        .is_empty(&mut runner.connection)
        .await
        .map_err(writing())?
    {
        let bootstrap = ledger.bootstrap.clone().unwrap_or_default();
        return bootstrap::remove(&mut runner.connection, &runner.table, &bootstrap)
            .await
            .map_err(writing());
    }
    Ok(Vec::new())
}

/// The same in a transaction of its own, for a step that has none.
pub(super) async fn leave_by_itself(
    runner: &mut Runner,
    step: &Step<'_>,
    ledger: &Ledger,
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let writing = || Fault::database("writing the ledger");
    run(&mut runner.connection, "BEGIN")
        .await
        .map_err(writing())?;
    let events = match leave(runner, step, ledger).await {
        Ok(events) => events,
        Err(fault) => {
            // A connection that is lost cannot be rolled back, and need not be.
            let _ = run(&mut runner.connection, "ROLLBACK").await;
            return Err(fault);
        }
    };
    if let Err(source) = run(&mut runner.connection, "COMMIT").await {
        let standing = runner.journal.failed.clone();
        if !is_lost(&source) || !look_up(runner, step, progress).await? {
            runner.journal.failed = standing;
            return Err(writing()(source));
        }
    }
    bootstrap::tell(&events, progress);
    Ok(())
}

/// Removes a ledger that holds no step.
pub(super) async fn remove_ledger(
    runner: &mut Runner,
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let removing = || Fault::database("removing the ledger");
    let ledger = runner
        .table
        .read(&mut runner.connection)
        .await
        .map_err(removing())?;
    run(&mut runner.connection, "BEGIN")
        .await
        .map_err(removing())?;
    let bootstrap = ledger.bootstrap.unwrap_or_default();
    let removed = bootstrap::remove(&mut runner.connection, &runner.table, &bootstrap).await;
    let end = if removed.is_ok() {
        "COMMIT"
    } else {
        "ROLLBACK"
    };
    run(&mut runner.connection, end).await.map_err(removing())?;
    bootstrap::tell(&removed.map_err(removing())?, progress);
    Ok(())
}

/// Whether a step whose COMMIT got no answer has happened: the ledger decides, once the old session is over.
async fn look_up(
    runner: &mut Runner,
    step: &Step<'_>,
    progress: &mut dyn Progress,
) -> Result<bool, Fault> {
    runner.journal.failed = Some((step.version().clone(), Standing::Unknown));
    runner.reconnect(progress).await?;
    let recorded = runner
        .table
        .has(&mut runner.connection, step.version())
        .await;
    let recorded = recorded.map_err(Fault::database("looking up a lost COMMIT"))?;
    let happened = recorded == (step.direction == Direction::Up);
    progress.event(&Event::CommitLookedUp {
        version: step.version().clone(),
        happened,
    });
    runner.journal.failed = Some((step.version().clone(), Standing::RolledBack));
    Ok(happened)
}
