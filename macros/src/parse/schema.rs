use proc_macro2::Ident;
use syn::{DeriveInput, Generics, LitStr, Path};

use super::item::Item;
use super::keys::unknown;
use super::{Comment, Slot, doc, table};
use crate::errors::Errors;

/// A `#[derive(Schema)]` struct, as written.
pub(crate) struct SchemaInput {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// The documentation comment, as text.
    pub(crate) documentation: String,
    pub(crate) name: Slot<LitStr>,
    pub(crate) tables: Slot<Vec<Path>>,
    pub(crate) types: Slot<Vec<Path>>,
    pub(crate) depends_on: Slot<Vec<Path>>,
    pub(crate) comment: Slot<Comment>,
    pub(crate) krate: Slot<Path>,
    /// Whether every attribute could be read.
    pub(crate) complete: bool,
}

const KEYS: [&str; 6] = ["name", "tables", "types", "depends_on", "comment", "crate"];

pub(crate) fn parse(input: &DeriveInput, errors: &Errors) -> SchemaInput {
    let mut schema = SchemaInput {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        documentation: doc::text(&input.attrs),
        name: Slot::default(),
        tables: Slot::default(),
        types: Slot::default(),
        depends_on: Slot::default(),
        comment: Slot::default(),
        krate: Slot::default(),
        complete: true,
    };
    for attribute in input
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("schema"))
    {
        for item in Item::split(table::list(attribute, errors)) {
            match item.key().map(ToString::to_string).as_deref() {
                Some("name") => schema.name.fill(&item, errors),
                Some("tables") => schema.tables.fill(&item, errors),
                Some("types") => schema.types.fill(&item, errors),
                Some("depends_on") => schema.depends_on.fill(&item, errors),
                Some("comment") => schema.comment.fill(&item, errors),
                Some("crate") => schema.krate.fill(&item, errors),
                _ => unknown("schema", &item, &KEYS, errors),
            }
        }
    }
    schema.complete = errors.count() == 0;
    schema
}
