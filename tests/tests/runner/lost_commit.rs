//! The answer to a COMMIT that is lost on its way: whether it happened is looked up, and nothing is done twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bailiwick::migration::Version;
use bailiwick::runner::{DownTarget, Event, Fault, Report, RunError, Runner, UpTarget};
use bailiwick_tests::{TestDatabase, Verdict, several_connections};

use crate::fixture::{catalog, down_to_zero, folder, seed, settings, up, value};

/// How many COMMITs it takes to go up: the ledger's, and one for each step that is one transaction.
const COMMITS: usize = 5;

/// What a run told about one COMMIT that met with an accident.
struct Told {
    looked_up: Vec<(Version, bool)>,
    commits: usize,
    result: Result<Report, RunError>,
}

/// Goes up or down while the COMMIT of this number meets with an accident; nothing where no proxy is to be had.
async fn run_with(
    database: &TestDatabase,
    up: bool,
    number: usize,
    accident: Verdict,
) -> Option<Told> {
    let commits = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&commits);
    let url = database.url_through_proxy(move |sql| {
        let this = sql == "COMMIT" && counted.fetch_add(1, Ordering::SeqCst) + 1 == number;
        if this { accident } else { Verdict::Pass }
    })?;
    let mut looked_up = Vec::new();
    let mut progress = |event: &Event| {
        if let Event::CommitLookedUp { version, happened } = event {
            looked_up.push((version.clone(), *happened));
        }
    };
    let mut runner = Runner::connect(url.parse().unwrap(), settings())
        .await
        .unwrap();
    let result = if up {
        let target = UpTarget::Latest;
        runner.up(&folder(), &target, &mut progress).await
    } else {
        let target = DownTarget::Zero;
        runner.down(&folder(), &target, &mut progress).await
    };
    Some(Told {
        looked_up,
        commits: commits.load(Ordering::SeqCst),
        result,
    })
}

#[tokio::test]
async fn a_commit_whose_answer_is_lost_on_the_way_up_is_not_repeated() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("answer_up").await;
    seed(&database, 10).await;
    let pristine = catalog(&database).await;
    let steps = ["", "rag/0001", "rag/0002", "rag/0004", "rag/0005"];
    for number in 1..=COMMITS {
        let Some(told) = run_with(&database, true, number, Verdict::LoseAnswer).await else {
            return;
        };
        assert_eq!(told.result.unwrap().versions.len(), 5, "COMMIT {number}");
        assert_eq!(told.commits, COMMITS, "COMMIT {number}");
        // The first is that of the ledger, which is no step.
        let expected: Vec<(Version, bool)> = (number > 1)
            .then(|| (steps[number - 1].parse().unwrap(), true))
            .into_iter()
            .collect();
        assert_eq!(told.looked_up, expected, "COMMIT {number}");
        let rows = "SELECT count(*)::text FROM core.bailiwick_migrations WHERE state = 'applied'";
        assert_eq!(value(&database, rows).await, "6");
        down_to_zero(&database, &folder()).await.unwrap();
        assert_eq!(catalog(&database).await, pristine, "COMMIT {number}");
    }
}

#[tokio::test]
async fn a_commit_that_never_arrives_is_told_as_rolled_back() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("commit_up").await;
    seed(&database, 10).await;
    let pristine = catalog(&database).await;
    for number in 1..=COMMITS {
        let Some(told) = run_with(&database, true, number, Verdict::Lose).await else {
            return;
        };
        let error = told.result.unwrap_err();
        let text = error.to_string();
        if number == 1 {
            assert!(matches!(*error.fault, Fault::Bootstrap(_)), "{text}");
            assert!(text.ends_with("Nothing has been changed."), "{text}");
            assert_eq!(catalog(&database).await, pristine);
        } else {
            let (version, happened) = told.looked_up[0].clone();
            assert!(!happened);
            assert!(
                text.ends_with(&format!(
                    "{version} was rolled back: nothing of it has happened."
                )),
                "{text}"
            );
            up(&database, &folder()).await.unwrap();
            down_to_zero(&database, &folder()).await.unwrap();
        }
        assert_eq!(catalog(&database).await, pristine, "COMMIT {number}");
    }
}

#[tokio::test]
async fn a_commit_whose_answer_is_lost_on_the_way_down_is_not_repeated() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("answer_down").await;
    seed(&database, 10).await;
    let pristine = catalog(&database).await;
    // Those of rag/0005, 0004 (which undoes 0003), 0002 and 0001; the last takes the ledger along.
    for number in 1..=4 {
        up(&database, &folder()).await.unwrap();
        let Some(told) = run_with(&database, false, number, Verdict::LoseAnswer).await else {
            return;
        };
        assert_eq!(told.result.unwrap().versions.len(), 5, "COMMIT {number}");
        assert_eq!(told.commits, 4, "COMMIT {number}");
        let versions = ["rag/0005", "rag/0004", "rag/0002", "rag/0001"];
        assert_eq!(
            told.looked_up,
            [(versions[number - 1].parse().unwrap(), true)]
        );
        assert_eq!(catalog(&database).await, pristine, "COMMIT {number}");
    }
}
