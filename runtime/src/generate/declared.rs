use std::collections::{BTreeMap, BTreeSet};

use super::schema_order;
use super::schema_order::dependencies_first;
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

impl Declared {
    /// A catalog that no models declare, such as that of another database: its schemas depend on each
    /// other as their foreign keys say.
    pub fn from_catalog(catalog: Catalog, ledger: impl Into<String>) -> Self {
        let mut depends_on: BTreeMap<&str, BTreeSet<&str>> = catalog
            .schemas
            .keys()
            .map(|schema| (schema.as_str(), BTreeSet::new()))
            .collect();
        for (schema_name, schema) in &catalog.schemas {
            let keys = schema
                .tables
                .values()
                .flat_map(|table| table.foreign_keys.values());
            depends_on.entry(schema_name).or_default().extend(
                keys.map(|key| key.target.schema.as_str())
                    .filter(|target| target != schema_name),
            );
        }
        let names: Vec<&str> = depends_on.keys().copied().collect();
        let order = dependencies_first(&names, &|schema| {
            depends_on
                .get(schema)
                .into_iter()
                .flatten()
                .copied()
                .collect()
        });
        Self {
            schema_order: order.into_iter().map(str::to_owned).collect(),
            catalog,
            ledger: ledger.into(),
        }
    }
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
