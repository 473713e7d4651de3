use proc_macro2::Ident;
use syn::Path;

use super::crate_path;
use crate::parse::catalog::CatalogInput;

/// All schemas of one application.
pub(crate) struct Catalog {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) schemas: Vec<Path>,
    /// The schema of the ledger; that there is one has been checked.
    pub(crate) ledger: Option<Path>,
    /// Each with the schema that holds it.
    pub(crate) extensions: Vec<(String, String)>,
    pub(crate) allow_cycle: bool,
}

impl Catalog {
    /// Resolves what has been checked.
    pub(crate) fn new(input: &CatalogInput) -> Self {
        Self {
            krate: crate_path(input.krate.get()),
            ident: input.ident.clone(),
            schemas: input.schemas.get().cloned().unwrap_or_default(),
            ledger: input.ledger.get().cloned(),
            extensions: input
                .extensions
                .get()
                .into_iter()
                .flatten()
                .map(|extension| (extension.name.value(), extension.schema.value()))
                .collect(),
            allow_cycle: input.allow_cycle.is_given(),
        }
    }
}
