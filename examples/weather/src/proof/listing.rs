//! The whole database, object by object, as its own catalog tells it.

use std::collections::BTreeMap;

use sqlx::{Connection, PgConnection};

use super::Verdict;

/// Every object with its definition.
pub(crate) struct Listing(BTreeMap<String, String>);

impl Listing {
    /// Reads the catalog, with an empty search path, so that every name comes out qualified.
    pub(crate) async fn read(connection: &mut PgConnection) -> sqlx::Result<Self> {
        let mut transaction = connection.begin().await?;
        sqlx::query("SET LOCAL search_path = pg_catalog")
            .execute(&mut *transaction)
            .await?;
        let objects: Vec<(String, String)> = sqlx::query_as(include_str!("listing.sql"))
            .fetch_all(&mut *transaction)
            .await?;
        transaction.rollback().await?;
        Ok(Self(objects.into_iter().collect()))
    }

    /// Whether every object is as it was, and there is no other.
    pub(crate) fn verdict(&self, now: &Self) -> Verdict {
        let mut wrong = Vec::new();
        for (object, before) in &self.0 {
            match now.0.get(object) {
                Some(after) if after == before => {}
                Some(after) => wrong.push(format!("{object} was `{before}` and is `{after}`")),
                None => wrong.push(format!("{object} is gone")),
            }
        }
        for object in now.0.keys().filter(|object| !self.0.contains_key(*object)) {
            wrong.push(format!("{object} is left over"));
        }
        Verdict::unless(&wrong, || {
            format!("{} objects, each as it was", self.0.len())
        })
    }
}
