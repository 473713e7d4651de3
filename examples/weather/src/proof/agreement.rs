//! That the database is what the models say, and nothing else is in their schemas.

use std::error::Error;

use bailiwick::Catalog as _;
use bailiwick::catalog::{Catalog, QualifiedName};
use bailiwick::diff::{Selection, diff};
use bailiwick::introspect::{Scope, introspect};
use sqlx::PgConnection;
use weather::models::WeatherAi;

use super::Verdict;

/// Reads the schemas that the models own, and compares them with the models.
pub(crate) async fn check(connection: &mut PgConnection) -> Result<Verdict, Box<dyn Error>> {
    let declared = Catalog::from_models(&WeatherAi::CATALOG).without_hints();
    let ledger = QualifiedName::new(WeatherAi::CATALOG.ledger, "bailiwick_migrations");
    let scope = Scope::schemas(declared.schemas.keys().cloned()).without([ledger]);
    let live = introspect(connection, &scope).await?;
    let differences: Vec<String> = diff(&live, &declared, &Selection::All)?
        .changes
        .iter()
        .map(ToString::to_string)
        .collect();
    Ok(Verdict::unless(&differences, || {
        format!(
            "{} tables in {} schemas, as declared",
            declared.tables().count(),
            declared.schemas.len()
        )
    }))
}
