//! A step whose statements run each on its own. The ledger notes how far it is, and before each statement the database
//! is asked whether it has happened: so a run that is killed anywhere is continued by the next one.

use crate::catalog::QualifiedName;
use crate::migration::{Action, Folder, Script, Statement};
use crate::sql::{drop_index_concurrently, literal};

use super::ledger::{EntryState, Undo};
use super::session::{is_true, run, value};
use super::step::{Step, StepProgress};
use super::transaction::{leave_by_itself, lock_timeout, pause, yielded};
use super::{Direction, Event, Fault, Progress, Runner, Standing};

pub(super) async fn take(
    runner: &mut Runner,
    folder: &Folder,
    step: &Step<'_>,
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let writing = || Fault::database("writing the ledger");
    let version = step.version();
    let statements = &step.script().statements;
    let state = match step.direction {
        Direction::Up => EntryState::Running,
        Direction::Down => EntryState::Reverting,
    };
    let ledger = runner
        .table
        .read(&mut runner.connection)
        .await
        .map_err(writing())?;
    let noted = ledger
        .entry(version)
        .filter(|entry| entry.state == state)
        .map_or(0, |entry| entry.statements_done);
    let begin = match step.direction {
        Direction::Up => runner
            .table
            .record(step.migration, folder, state, &Undo::default()),
        Direction::Down => runner.table.advance(version, state, noted),
    };
    run(&mut runner.connection, &begin)
        .await
        .map_err(writing())?;
    for (at, statement) in statements.iter().enumerate() {
        runner.journal.failed = Some((
            version.clone(),
            Standing::Unfinished {
                done: at,
                of: statements.len(),
            },
        ));
        let done = match has_happened(runner, step, statement, progress)
            .await
            .map_err(looking())?
        {
            Some(done) => done,
            None => at < noted,
        };
        if done {
            progress.event(&Event::AlreadyDone {
                version: version.clone(),
                statement: at + 1,
            });
        } else if let Err(fault) = execute(runner, step, at, progress).await {
            clean_up(runner, step, at, progress).await;
            return Err(fault);
        }
        let advance = runner.table.advance(version, state, at + 1);
        run(&mut runner.connection, &advance)
            .await
            .map_err(writing())?;
    }
    match step.direction {
        Direction::Up => {
            let applied = runner
                .table
                .advance(version, EntryState::Applied, statements.len());
            run(&mut runner.connection, &applied)
                .await
                .map_err(writing())
        }
        Direction::Down => leave_by_itself(runner, step, &ledger, progress).await,
    }
}

fn looking() -> impl FnOnce(sqlx::Error) -> Fault {
    Fault::database("looking whether a statement has happened")
}

async fn execute(
    runner: &mut Runner,
    step: &Step<'_>,
    at: usize,
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let statements = &step.script().statements;
    let statement = &statements[at];
    let timeout = lock_timeout(
        std::slice::from_ref(statement),
        runner.settings.lock_timeout,
    );
    let preparing = || Fault::database("preparing a step");
    run(&mut runner.connection, &format!("SET {timeout}"))
        .await
        .map_err(preparing())?;
    for attempt in 1.. {
        let Err(source) = run(&mut runner.connection, &statement.sql).await else {
            break;
        };
        let fault = Fault::Statement {
            version: step.version().clone(),
            direction: step.direction,
            number: at + 1,
            of: statements.len(),
            first_line: statement.first_line().to_owned(),
            attempts: attempt,
            source,
        };
        match yielded(&fault).filter(|_| attempt <= runner.settings.lock_retries) {
            Some(code) => pause(runner, step, attempt, code, progress).await,
            None => return Err(fault),
        }
        // A try that gave way may have left an index half built.
        has_happened(runner, step, statement, progress)
            .await
            .map_err(looking())?;
    }
    run(&mut runner.connection, "SET lock_timeout = 0")
        .await
        .map_err(preparing())
}

/// Whether a statement has happened; `None` where nobody can tell. An index that was left half built is dropped,
/// whatever the file says about when it is done: its name is taken, so it could not be built anew beside itself.
async fn has_happened(
    runner: &mut Runner,
    step: &Step<'_>,
    statement: &Statement,
    progress: &mut dyn Progress,
) -> Result<Option<bool>, sqlx::Error> {
    let action = statement.action();
    if let Action::CreateIndexConcurrently(index) = &action
        && is_valid(runner, index).await? == Some(false)
    {
        run(&mut runner.connection, &drop_index_concurrently(index)).await?;
        progress.event(&Event::InvalidIndexDropped {
            version: step.version().clone(),
            index: index.to_string(),
        });
        return Ok(Some(false));
    }
    if let Some(query) = &statement.done_when {
        return is_true(&mut runner.connection, query).await.map(Some);
    }
    Ok(match action {
        Action::CreateIndexConcurrently(index) => Some(is_valid(runner, &index).await?.is_some()),
        Action::DropIndexConcurrently(index) => Some(is_valid(runner, &index).await?.is_none()),
        _ => None,
    })
}

/// Whether an index is usable; `None` where there is none of this name.
async fn is_valid(runner: &mut Runner, index: &QualifiedName) -> Result<Option<bool>, sqlx::Error> {
    let sql = format!(
        "SELECT i.indisvalid FROM pg_catalog.pg_index AS i JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid \
         JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = {} AND c.relname = {}",
        literal(&index.schema),
        literal(&index.name)
    );
    Ok(value(&mut runner.connection, &sql)
        .await?
        .map(|valid| valid == "t"))
}

/// After a failure nothing half built stays, as far as the connection still serves; a step of which nothing has
/// happened leaves the ledger.
async fn clean_up(runner: &mut Runner, step: &Step<'_>, at: usize, progress: &mut dyn Progress) {
    let statement = &step.script().statements[at];
    let tidied = has_happened(runner, step, statement, progress).await;
    let fresh = step.direction == Direction::Up && at == 0 && step.progress == StepProgress::Fresh;
    if fresh && !matches!(tidied, Ok(Some(true)) | Err(_)) {
        let remove = runner.table.remove(step.version());
        if run(&mut runner.connection, &remove).await.is_ok() {
            runner.journal.failed = Some((step.version().clone(), Standing::NothingLeft));
        }
    }
}

/// Whether a step that a killed run was applying has left nothing behind, so that there is nothing to revert.
pub(super) async fn left_nothing(
    runner: &mut Runner,
    step: &Step<'_>,
    up: &Script,
    progress: &mut dyn Progress,
) -> Result<bool, Fault> {
    for statement in &up.statements {
        if has_happened(runner, step, statement, progress)
            .await
            .map_err(looking())?
            != Some(false)
        {
            return Ok(false);
        }
    }
    Ok(true)
}
