//! `kill -9` of the process that runs the migrations, at every statement that it sends to change something: whatever
//! it leaves, the next run brings to the same end, both ways.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use bailiwick::catalog::Catalog;
use bailiwick::runner::{Direction, Event, UpTarget};
use bailiwick_tests::{TestDatabase, Verdict, several_connections};

use crate::fixture::{
    FILES, catalog, connect, down_to_zero, folder, on_disk, run, seed, up, value,
};

/// What a database must look like.
type Looks = (Catalog, Option<String>);

async fn looks(database: &TestDatabase) -> Looks {
    (catalog(database).await, database.dump_schema().await)
}

/// Starts the process that runs the migrations.
fn start(direction: &str, url: &str, folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_run_migrations"))
        .args([direction, url])
        .arg(folder)
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What only looks leaves nothing behind, so being killed at it is being killed after the statement before it.
fn changes(sql: &str) -> bool {
    !["SELECT", "SET", "BEGIN READ ONLY", "ROLLBACK"]
        .iter()
        .any(|harmless| sql.starts_with(harmless))
}

/// Runs the process, and kills it while the server works on the statement of this number among those that change
/// something. Gives that statement, or nothing where the process has ended before.
async fn killed_at(
    database: &TestDatabase,
    direction: &str,
    folder: &Path,
    number: usize,
) -> Option<String> {
    let (reached, statement) = mpsc::channel();
    let mut seen = 0;
    let url = database.url_through_proxy(move |sql| {
        seen += usize::from(changes(sql));
        if seen == number && changes(sql) {
            // Nobody listens any more once the process is killed.
            let _ = reached.send(sql.to_owned());
            Verdict::Withhold
        } else {
            Verdict::Pass
        }
    })?;
    let mut process = start(direction, &url, folder);
    loop {
        if let Ok(statement) = statement.try_recv() {
            process.kill().unwrap();
            process.wait().unwrap();
            return Some(statement);
        }
        if let Some(status) = process.try_wait().unwrap() {
            assert!(status.success(), "{direction} ended with {status}");
            return None;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Each way takes about thirty statements. Much less would mean that the loop has ended early, and shown nothing.
const AT_LEAST: usize = 25;

/// Goes all the way, and says what the database must look like then.
async fn go<'l>(
    direction: Direction,
    database: &TestDatabase,
    [pristine, applied]: [&'l Looks; 2],
) -> &'l Looks {
    match direction {
        Direction::Up => {
            up(database, &folder()).await.unwrap();
            applied
        }
        Direction::Down => {
            down_to_zero(database, &folder()).await.unwrap();
            pristine
        }
    }
}

/// Kills the process on its way in one direction, at each of its statements in turn, and goes on in the other or in
/// the same one.
async fn killed_everywhere(killed: Direction, next: Direction) {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("killed").await;
    if database.url_through_proxy(|_| Verdict::Pass).is_none() {
        return;
    }
    seed(&database, 20).await;
    let root = on_disk(FILES);
    let pristine = looks(&database).await;
    up(&database, &folder()).await.unwrap();
    let applied = looks(&database).await;
    let ends = [&pristine, &applied];
    let (verb, back) = match killed {
        Direction::Up => ("up", Direction::Down),
        Direction::Down => ("down", Direction::Up),
    };

    let mut kills = 0;
    loop {
        go(back, &database, ends).await;
        let Some(at) = killed_at(&database, verb, root.path(), kills + 1).await else {
            break;
        };
        kills += 1;
        let expected = go(next, &database, ends).await;
        assert_eq!(
            looks(&database).await,
            *expected,
            "killed at statement {kills}: {at}"
        );
    }
    assert!(kills >= AT_LEAST, "killed {kills} times");
}

#[tokio::test]
async fn a_way_up_that_was_killed_anywhere_is_continued() {
    killed_everywhere(Direction::Up, Direction::Up).await;
}

#[tokio::test]
async fn a_way_up_that_was_killed_anywhere_leads_back() {
    killed_everywhere(Direction::Up, Direction::Down).await;
}

#[tokio::test]
async fn a_way_down_that_was_killed_anywhere_is_continued() {
    killed_everywhere(Direction::Down, Direction::Down).await;
}

#[tokio::test]
async fn a_way_down_that_was_killed_anywhere_leads_up_again() {
    killed_everywhere(Direction::Down, Direction::Up).await;
}

/// What the process waits for when it is killed, and what the next run then finds.
struct Waiting {
    reader: &'static str,
    statement: &'static str,
    /// The statements of the unfinished step that the server has brought to their end by itself.
    already_done: usize,
    versions: usize,
}

#[tokio::test]
async fn the_session_of_a_killed_process_is_waited_for() {
    if !several_connections().await {
        return;
    }
    for case in [
        // The move holds the first table and waits for the second: it is rolled back whole.
        Waiting {
            reader: "BEGIN; SELECT count(*) FROM public.rag_document_chunks",
            statement: "ALTER TABLE \"public\".\"rag_document_chunks\"%",
            already_done: 0,
            versions: 4,
        },
        // The server goes on with an index although nobody is left who wants it.
        Waiting {
            reader: "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM public.rag_sources",
            statement: "CREATE UNIQUE INDEX CONCURRENTLY%",
            already_done: 1,
            versions: 3,
        },
    ] {
        let database = TestDatabase::create("orphan").await;
        seed(&database, 20).await;
        run(&database, "CREATE TABLE public.rag_sources (id int)").await;
        let pristine = looks(&database).await;
        let root = on_disk(FILES);
        let mut reader = database.connect().await;
        sqlx::raw_sql(case.reader)
            .execute(&mut reader)
            .await
            .unwrap();
        let mut process = start("up", &database.url(), root.path());
        let waits = format!(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() \
             AND query LIKE '{}' AND wait_event_type = 'Lock')::text",
            case.statement
        );
        while value(&database, &waits).await != "true" {
            assert_eq!(process.try_wait().unwrap(), None);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        process.kill().unwrap();
        process.wait().unwrap();

        // The server has not noticed, so the next run finds the lock taken. Then the reader ends.
        let (told, mut waited) = (Arc::new(AtomicBool::new(false)), 0);
        let released = {
            let told = Arc::clone(&told);
            tokio::spawn(async move {
                while !told.load(Ordering::SeqCst) {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                sqlx::raw_sql("COMMIT").execute(&mut reader).await.unwrap();
            })
        };
        let mut already_done = 0;
        let mut progress = |event: &Event| match event {
            Event::Waiting { .. } => {
                waited += 1;
                told.store(true, Ordering::SeqCst);
            }
            Event::AlreadyDone { .. } => already_done += 1,
            _ => {}
        };
        let mut runner = connect(&database).await;
        let report = runner
            .up(&folder(), &UpTarget::Latest, &mut progress)
            .await
            .unwrap();
        runner.close().await.unwrap();
        released.await.unwrap();
        assert_eq!(
            (waited, already_done, report.versions.len()),
            (1, case.already_done, case.versions),
            "{}",
            case.statement
        );
        down_to_zero(&database, &folder()).await.unwrap();
        assert_eq!(looks(&database).await, pristine, "{}", case.statement);
    }
}
