use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection};

use super::lock::LockKey;
use super::session::{open, run, value};
use super::{Connections, Fault};

const PID: &str = "SELECT pg_catalog.pg_backend_pid()";

/// The process that serves the connection, the same over several transactions.
pub(super) async fn backend(connection: &mut PgConnection) -> Result<i32, Fault> {
    let mut seen = None;
    for _ in 0..4 {
        let pid = pid(connection)
            .await
            .map_err(Fault::database("asking for the backend"))?;
        if seen.is_some_and(|before| before != pid) {
            return Err(Fault::Pooled {
                evidence: "one connection was served by two backends",
            });
        }
        seen = Some(pid);
    }
    Ok(seen.unwrap_or_default())
}

async fn pid(connection: &mut PgConnection) -> Result<i32, sqlx::Error> {
    let text = value(connection, PID).await?.unwrap_or_default();
    text.parse()
        .map_err(|_| sqlx::Error::Protocol(format!("`{text}` is no process")))
}

/// Refuses a connection whose session is not its own, once it holds the lock.
///
/// A lone client of a pooler gets the same backend each time. So a second connection keeps one busy for a
/// moment: a pooler hands it the very backend that the first one believes to have.
pub(super) async fn refuse(
    connection: &mut PgConnection,
    backend: i32,
    key: LockKey,
    options: &PgConnectOptions,
    connections: Connections,
) -> Result<(), Fault> {
    let asking = || Fault::database("looking for a pooler");
    let holder = key.holder(connection).await.map_err(asking())?;
    if holder.is_some_and(|holder| holder.pid != backend) {
        return Err(Fault::Pooled {
            evidence: "the lock that was taken belongs to another backend",
        });
    }
    if connections == Connections::One {
        return Ok(());
    }
    // Where no second connection is to be had, there is nothing to learn from it.
    let opened = tokio::time::timeout(Duration::from_secs(5), open(options)).await;
    let Ok(Ok(mut second)) = opened else {
        return Ok(());
    };
    let evidence = compare(connection, &mut second, backend, key).await;
    let _ = second.close().await;
    match evidence.map_err(asking())? {
        Some(evidence) => Err(Fault::Pooled { evidence }),
        None => Ok(()),
    }
}

async fn compare(
    first: &mut PgConnection,
    second: &mut PgConnection,
    backend: i32,
    key: LockKey,
) -> Result<Option<&'static str>, sqlx::Error> {
    run(second, "BEGIN").await?;
    if pid(second).await? == backend {
        run(second, "ROLLBACK").await?;
        return Ok(Some("two connections were served by one backend"));
    }
    let shared = key.take(second).await?;
    if shared {
        key.release(second).await?;
    }
    let moved = pid(first).await? != backend;
    run(second, "ROLLBACK").await?;
    Ok(if shared {
        Some("two connections held one lock")
    } else if moved {
        Some("one connection was served by two backends")
    } else {
        None
    })
}
