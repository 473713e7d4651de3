use proc_macro2::Ident;
use syn::Path;

use super::{column, crate_path};
use crate::parse::schema::SchemaInput;

/// One schema.
pub(crate) struct Schema {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) tables: Vec<Path>,
    pub(crate) depends_on: Vec<Path>,
    pub(crate) comment: Option<String>,
}

impl Schema {
    /// Resolves what has been checked.
    pub(crate) fn new(input: &SchemaInput) -> Self {
        Self {
            krate: crate_path(input.krate.get()),
            ident: input.ident.clone(),
            name: input.name.get().map(syn::LitStr::value).unwrap_or_default(),
            tables: input.tables.get().cloned().unwrap_or_default(),
            depends_on: input.depends_on.get().cloned().unwrap_or_default(),
            comment: column::comment(input.comment.get(), &input.documentation),
        }
    }
}
