use super::schema_order;
use crate::catalog::Catalog;
use crate::descriptor::CatalogDef;

/// Where the migrations lead: the catalog that is wanted, and what an order needs.
#[derive(Debug, Clone)]
pub struct Declared {
    /// The catalog, with its hints.
    pub catalog: Catalog,
    /// The schemas, each after those that it depends on.
    pub schema_order: Vec<String>,
    /// The ledger's schema.
    pub ledger: String,
}

impl From<&CatalogDef> for Declared {
    fn from(models: &CatalogDef) -> Self {
        Self {
            catalog: Catalog::from_models(models),
            schema_order: schema_order(models),
            ledger: models.ledger.to_owned(),
        }
    }
}
