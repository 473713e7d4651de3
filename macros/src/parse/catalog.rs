use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{DeriveInput, Generics, LitStr, Path};

use super::item::{Form, Item};
use super::keys::unknown;
use super::{Flag, Slot, table};
use crate::errors::Errors;

/// A `#[derive(Catalog)]` struct, as written.
pub(crate) struct CatalogInput {
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) schemas: Slot<Vec<Path>>,
    pub(crate) ledger: Slot<Path>,
    pub(crate) extensions: Slot<Vec<ExtensionInput>>,
    pub(crate) allow_cycle: Slot<Flag>,
    pub(crate) krate: Slot<Path>,
    /// Whether every attribute could be read.
    pub(crate) complete: bool,
}

/// `vector in "public"`, or `"uuid-ossp" in "public"`.
pub(crate) struct ExtensionInput {
    pub(crate) name: LitStr,
    pub(crate) schema: LitStr,
}

const KEYS: [&str; 5] = ["schemas", "ledger", "extensions", "allow_cycle", "crate"];

pub(crate) fn parse(input: &DeriveInput, errors: &Errors) -> CatalogInput {
    let mut catalog = CatalogInput {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        schemas: Slot::default(),
        ledger: Slot::default(),
        extensions: Slot::default(),
        allow_cycle: Slot::default(),
        krate: Slot::default(),
        complete: true,
    };
    for attribute in input
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("catalog"))
    {
        for item in Item::split(table::list(attribute, errors)) {
            match (&item.form, item.key().map(ToString::to_string).as_deref()) {
                (_, Some("schemas")) => catalog.schemas.fill(&item, errors),
                (_, Some("ledger")) => catalog.ledger.fill(&item, errors),
                (Form::List(key, list), Some("extensions")) => {
                    catalog.extensions.put(key, extensions(list, errors), errors);
                }
                (_, Some("allow_cycle")) => catalog.allow_cycle.fill(&item, errors),
                (_, Some("crate")) => catalog.krate.fill(&item, errors),
                (_, Some("extensions")) => errors.on(
                    &item,
                    "`extensions` takes a list, each with the schema that holds it: `extensions(vector in \"public\")`",
                ),
                _ => unknown("catalog", &item, &KEYS, errors),
            }
        }
    }
    catalog.complete = errors.count() == 0;
    catalog
}

fn extensions(list: &TokenStream, errors: &Errors) -> Option<Vec<ExtensionInput>> {
    let extensions = Item::split(list.clone()).into_iter().map(|item| {
        let tokens: Vec<TokenTree> = item.tokens.clone().into_iter().collect();
        let read = match tokens.as_slice() {
            [name, TokenTree::Ident(word), schema] if word == "in" => {
                let name = match name {
                    TokenTree::Ident(name) => Some(LitStr::new(&name.to_string(), name.span())),
                    name => syn::parse2::<LitStr>(name.clone().into()).ok(),
                };
                let schema = syn::parse2::<LitStr>(schema.clone().into()).ok();
                name.zip(schema).map(|(name, schema)| ExtensionInput { name, schema })
            }
            _ => None,
        };
        if read.is_none() {
            errors.on(
                &item,
                "an extension is named with the schema that holds it: `extensions(vector in \"public\")`",
            );
        }
        read
    });
    extensions.collect()
}
