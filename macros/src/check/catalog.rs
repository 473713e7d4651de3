use super::schema::listed_once;
use crate::errors::Errors;
use crate::parse::catalog::CatalogInput;

/// A catalog is one thing, not a family of them.
pub(super) fn is_not_generic(catalog: &CatalogInput, errors: &Errors) {
    if !catalog.generics.params.is_empty() {
        errors.on(
            &catalog.generics,
            format_args!(
                "a catalog has no generic parameters: write `struct {};`",
                catalog.ident
            ),
        );
    }
}

/// A catalog has schemas.
pub(super) fn has_schemas(catalog: &CatalogInput, errors: &Errors) {
    let none = catalog.schemas.get().is_some_and(Vec::is_empty);
    if none || (!catalog.schemas.is_given() && catalog.complete) {
        errors.on(
            &catalog.ident,
            format_args!(
                "`{}` has no schemas, so there is nothing to check or migrate. Write `#[catalog(schemas(..), ledger = ..)]` above it",
                catalog.ident
            ),
        );
    }
}

/// A schema is listed once.
pub(super) fn schemas_are_listed_once(catalog: &CatalogInput, errors: &Errors) {
    listed_once("schemas", catalog.schemas.get(), errors);
}

/// A catalog says which of its schemas holds the ledger of applied migrations.
pub(super) fn has_a_ledger(catalog: &CatalogInput, errors: &Errors) {
    if !catalog.ledger.is_given() && catalog.schemas.is_given() && catalog.complete {
        errors.on(
            &catalog.ident,
            format_args!(
                "`{}` does not say which schema holds the ledger, the table of applied migrations. Write `ledger = ..` with one of its schemas",
                catalog.ident
            ),
        );
    }
}

/// An extension is listed once: a database has it once, in one schema.
pub(super) fn extensions_are_listed_once(catalog: &CatalogInput, errors: &Errors) {
    let extensions: Vec<_> = catalog.extensions.get().into_iter().flatten().collect();
    for (at, extension) in extensions.iter().enumerate() {
        let name = extension.name.value();
        if extensions[..at]
            .iter()
            .any(|other| other.name.value() == name)
        {
            errors.on(
                &extension.name,
                format_args!("the extension `{name}` is listed twice, and a database has it once, in one schema. Keep one"),
            );
        }
    }
}
