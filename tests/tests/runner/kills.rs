//! `kill -9` of the process that runs the migrations, at every statement that it sends to change something: whatever
//! it leaves, the next run brings to the same end, both ways.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use bailiwick::catalog::Catalog;
use bailiwick_tests::{TestDatabase, Verdict, several_connections};

use crate::fixture::{FILES, catalog, down_to_zero, folder, on_disk, seed, up};

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

#[tokio::test]
async fn going_up_is_continued_wherever_it_was_killed() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("killed_up").await;
    seed(&database, 20).await;
    let root = on_disk(FILES);
    let pristine = looks(&database).await;
    up(&database, &folder()).await.unwrap();
    let applied = looks(&database).await;
    down_to_zero(&database, &folder()).await.unwrap();
    assert_eq!(looks(&database).await, pristine);

    let mut kills = 0;
    while let Some(at) = killed_at(&database, "up", root.path(), kills + 1).await {
        kills += 1;
        // Every other time the way leads back from the middle.
        if kills % 2 == 0 {
            up(&database, &folder()).await.unwrap();
            assert_eq!(looks(&database).await, applied, "killed at {kills}: {at}");
        }
        down_to_zero(&database, &folder()).await.unwrap();
        assert_eq!(looks(&database).await, pristine, "killed at {kills}: {at}");
    }
    assert!(kills >= AT_LEAST, "killed {kills} times");
    assert_eq!(looks(&database).await, applied);
}

#[tokio::test]
async fn going_down_is_continued_wherever_it_was_killed() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("killed_down").await;
    seed(&database, 20).await;
    let root = on_disk(FILES);
    let pristine = looks(&database).await;
    up(&database, &folder()).await.unwrap();
    let applied = looks(&database).await;

    let mut kills = 0;
    while let Some(at) = killed_at(&database, "down", root.path(), kills + 1).await {
        kills += 1;
        if kills % 2 == 0 {
            down_to_zero(&database, &folder()).await.unwrap();
            assert_eq!(looks(&database).await, pristine, "killed at {kills}: {at}");
        }
        up(&database, &folder()).await.unwrap();
        assert_eq!(looks(&database).await, applied, "killed at {kills}: {at}");
    }
    assert!(kills >= AT_LEAST, "killed {kills} times");
    assert_eq!(looks(&database).await, pristine);
}
