//! The two runs, from taking the lock to the last step.

use std::time::Instant;

use tracing::Instrument;

use crate::migration::{Folder, Mode, Script, Version};

use super::inventory::Inventory;
use super::ledger::{EntryState, Ledger};
use super::preflight::{Scene, examine, examine_group};
use super::step::{Step, StepProgress};
use super::{
    Baseline, Direction, DownTarget, Event, Fault, Progress, Report, Runner, Standing, UpTarget,
    bootstrap, no_transaction, session, target, transaction,
};

#[tracing::instrument(skip_all, fields(ledger = %runner.table.name))]
pub(super) async fn up(
    runner: &mut Runner,
    folder: &Folder,
    target: &UpTarget,
    progress: &mut dyn Progress,
) -> Result<Report, Fault> {
    runner.take_over(progress).await?;
    let ledger = finish_reverting(runner, folder, progress).await?;
    let steps = target::pending(folder, &ledger, target, &runner.settings)?;
    let inventory = runner.inventory().await?;
    let baseline = bootstrap::baseline(folder, &ledger, &inventory)
        .map_err(|finding| Fault::Preflight(vec![finding]))?;
    let created = baseline
        .filter(|(what, _)| *what == Baseline::Created)
        .map(|(_, script)| script);
    let scene = Scene::new(
        &steps,
        created,
        folder,
        &ledger,
        &runner.settings,
        inventory,
    );
    let findings = examine(&mut runner.connection, &scene).await?;
    if !findings.is_empty() {
        return Err(Fault::Preflight(findings));
    }
    let inventory = scene.inventory;
    if ledger.bootstrap.is_none() && !(steps.is_empty() && baseline.is_none()) {
        create_ledger(runner, &inventory, baseline, progress).await?;
        runner.journal.ledger_created = true;
        progress.event(&Event::Bootstrapped {
            schema: runner.settings.ledger.clone(),
        });
    }
    take_all(runner, folder, &steps, progress).await?;
    Ok(Report {
        versions: runner.journal.finished.clone(),
        baseline: baseline.map(|(what, _)| what),
    })
}

/// Creates the ledger. Where the connection is lost over it, the database is asked whether it is there.
async fn create_ledger(
    runner: &mut Runner,
    inventory: &Inventory,
    baseline: Option<(Baseline, &Script)>,
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let created =
        bootstrap::create(&mut runner.connection, &runner.table, inventory, baseline).await;
    let Err(source) = created else {
        return Ok(());
    };
    if !session::is_lost(&source) {
        return Err(Fault::Bootstrap(source));
    }
    let bootstrap = Version::new(&runner.settings.ledger, 0);
    runner.journal.failed = Some((bootstrap, Standing::Unknown));
    runner.reconnect(progress).await?;
    let exists = runner.table.exists(&mut runner.connection).await;
    let exists = exists.map_err(Fault::database("looking up a lost COMMIT"))?;
    runner.journal.failed = None;
    if exists {
        Ok(())
    } else {
        Err(Fault::Bootstrap(source))
    }
}

#[tracing::instrument(skip_all, fields(ledger = %runner.table.name))]
pub(super) async fn down(
    runner: &mut Runner,
    folder: &Folder,
    target: &DownTarget,
    progress: &mut dyn Progress,
) -> Result<Report, Fault> {
    runner.take_over(progress).await?;
    let ledger = finish_reverting(runner, folder, progress).await?;
    let steps = target::to_revert(folder, &ledger, target)?;
    let inventory = runner.inventory().await?;
    let scene = Scene::new(&steps, None, folder, &ledger, &runner.settings, inventory);
    let findings = examine(&mut runner.connection, &scene).await?;
    if !findings.is_empty() {
        return Err(Fault::Preflight(findings));
    }
    take_all(runner, folder, &steps, progress).await?;
    if ledger.bootstrap.is_some() && ledger.entries.is_empty() && *target == DownTarget::Zero {
        transaction::remove_ledger(runner, progress).await?;
    }
    Ok(Report {
        versions: runner.journal.finished.clone(),
        baseline: None,
    })
}

/// Brings to an end what a killed `down` has begun. Gives the ledger as it is then.
async fn finish_reverting(
    runner: &mut Runner,
    folder: &Folder,
    progress: &mut dyn Progress,
) -> Result<Ledger, Fault> {
    let ledger = runner.read_ledger(folder).await?;
    let begun: Vec<Step<'_>> = ledger
        .entries
        .iter()
        .rev()
        .filter(|entry| entry.state == EntryState::Reverting)
        .filter_map(|entry| folder.migration(&entry.version))
        .map(|migration| Step {
            migration,
            direction: Direction::Down,
            progress: StepProgress::Begun,
        })
        .collect();
    for (at, step) in begun.iter().enumerate() {
        take(runner, folder, step, (at + 1, begun.len()), progress).await?;
    }
    if begun.is_empty() {
        Ok(ledger)
    } else {
        runner.read_ledger(folder).await
    }
}

/// Takes the steps group by group. What the first group counts on has just been looked at.
async fn take_all(
    runner: &mut Runner,
    folder: &Folder,
    steps: &[Step<'_>],
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let groups = steps.chunk_by(|left, right| left.group() == right.group());
    let mut place = 0;
    for group in groups {
        if place > 0 {
            let ledger = runner.read_ledger(folder).await?;
            let inventory = runner.inventory().await?;
            let scene = Scene::new(group, None, folder, &ledger, &runner.settings, inventory);
            let findings = examine_group(&mut runner.connection, &scene).await?;
            if !findings.is_empty() {
                return Err(Fault::Preflight(findings));
            }
        }
        for step in group {
            place += 1;
            take(runner, folder, step, (place, steps.len()), progress).await?;
        }
    }
    Ok(())
}

async fn take(
    runner: &mut Runner,
    folder: &Folder,
    step: &Step<'_>,
    (place, of): (usize, usize),
    progress: &mut dyn Progress,
) -> Result<(), Fault> {
    let version = step.version();
    let begun = Instant::now();
    progress.event(&Event::Started {
        version: version.clone(),
        name: step.migration.name.clone(),
        direction: step.direction,
        place,
        of,
    });
    let span = tracing::info_span!("step", %version, direction = ?step.direction);
    match step.script().mode {
        _ if forgotten(runner, step, progress).await? => {}
        Mode::Transaction => {
            transaction::take(runner, folder, step, progress)
                .instrument(span)
                .await?;
        }
        Mode::NoTransaction => {
            no_transaction::take(runner, folder, step, progress)
                .instrument(span)
                .await?;
        }
    }
    runner.journal.failed = None;
    runner.journal.finished.push(version.clone());
    if step.direction == Direction::Down {
        runner
            .journal
            .finished
            .extend(step.script().undoes.iter().cloned());
    }
    progress.event(&Event::Finished {
        version: version.clone(),
        direction: step.direction,
        elapsed: begun.elapsed(),
    });
    Ok(())
}

/// Reverts a step that a killed run had begun to apply, and of which nothing has happened: its row is all there is.
async fn forgotten(
    runner: &mut Runner,
    step: &Step<'_>,
    progress: &mut dyn Progress,
) -> Result<bool, Fault> {
    let writing = || Fault::database("writing the ledger");
    if step.direction == Direction::Up || step.progress == StepProgress::Fresh {
        return Ok(false);
    }
    let ledger = runner
        .table
        .read(&mut runner.connection)
        .await
        .map_err(writing())?;
    let running = ledger
        .entry(step.version())
        .is_some_and(|entry| entry.state == EntryState::Running);
    if !running || !no_transaction::left_nothing(runner, step, &step.migration.up, progress).await?
    {
        return Ok(false);
    }
    transaction::leave_by_itself(runner, step, &ledger, progress).await?;
    Ok(true)
}
