//! A pooler that hands sessions to others between transactions: refused before the first change.

use bailiwick::runner::{DownTarget, Fault, Runner, UpTarget};
use bailiwick_tests::{TestDatabase, several_connections};

use crate::fixture::{catalog, folder, seed, settings, up, value};

#[tokio::test]
async fn a_transaction_pooler_is_refused_before_the_first_change() {
    if !several_connections().await {
        return;
    }
    let database = TestDatabase::create("pooled").await;
    seed(&database, 10).await;
    let Some((_pooler, url)) = database.transaction_pooler().await else {
        return;
    };
    let before = catalog(&database).await;
    let mut runner = Runner::connect(url.parse().unwrap(), settings())
        .await
        .unwrap();
    let going_up = runner.up(&folder(), &UpTarget::Latest, &mut ()).await;
    let going_down = runner.down(&folder(), &DownTarget::Zero, &mut ()).await;
    for error in [going_up.unwrap_err(), going_down.unwrap_err()] {
        assert!(matches!(*error.fault, Fault::Pooled { .. }), "{error}");
        let text = error.to_string();
        assert!(
            text.contains("give the URL of the server itself, or of a pool in session mode"),
            "{text}"
        );
        assert!(text.ends_with("Nothing has been changed."), "{text}");
    }
    assert_eq!(catalog(&database).await, before);
    // The pooler keeps its sessions: a lock left on one would shut out everybody after it.
    let locks = "SELECT count(*)::text FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    assert_eq!(value(&database, locks).await, "0");
    assert_eq!(up(&database, &folder()).await.unwrap().versions.len(), 5);
}
