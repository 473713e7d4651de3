use bailiwick::prelude::*;

use crate::fixture::{database, location};
use crate::models::Location;

/// Methods that an application had before, under names that the library uses too.
impl Location {
    fn find(name: &str) -> String {
        format!("looking for {name}")
    }

    fn update(&self) -> i32 {
        self.id
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_of_the_users_own_comes_first() {
    let (_database, pool) = database().await;
    let place = location(&pool, "Bern", None).await;
    assert_eq!(Location::find("Bern"), "looking for Bern");
    assert_eq!(place.update(), 1);

    let found = <Location as QueriesExt>::find(&pool, place.id)
        .await
        .unwrap();
    assert_eq!(found, Some(place.clone()));
    assert_eq!(
        QueriesExt::update(&place, &pool).await.unwrap(),
        Some(place)
    );
}
