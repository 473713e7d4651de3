//! The pipeline: parse, check, model, expand.
//!
//! When something is wrong the errors are emitted together with impls that hold nothing, so that the
//! code that uses the struct raises no errors of its own.

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::{check, expand, model, parse};

pub(crate) fn table(input: TokenStream) -> TokenStream {
    with_derive_input(input, |input| {
        let errors = Errors::new();
        let table = parse::table::parse(input, &errors);
        check::table(&table, &errors);
        match errors.finish() {
            Ok(()) => expand::table(&model::Table::new(&table)),
            Err(error) => expand::inert::table(&table, &error),
        }
    })
}

pub(crate) fn schema(input: TokenStream) -> TokenStream {
    with_derive_input(input, |input| {
        let errors = Errors::new();
        let schema = parse::schema::parse(input, &errors);
        check::schema(&schema, &errors);
        match errors.finish() {
            Ok(()) => expand::schema(&model::Schema::new(&schema)),
            Err(error) if !input.generics.params.is_empty() => error.into_compile_error(),
            Err(error) => expand::inert::schema(&model::Schema::new(&schema), &error),
        }
    })
}

pub(crate) fn catalog(input: TokenStream) -> TokenStream {
    with_derive_input(input, |input| {
        let errors = Errors::new();
        let catalog = parse::catalog::parse(input, &errors);
        check::catalog(&catalog, &errors);
        match errors.finish() {
            Ok(()) => expand::catalog(&model::Catalog::new(&catalog)),
            Err(error) if !input.generics.params.is_empty() => error.into_compile_error(),
            Err(error) => expand::inert::catalog(&model::Catalog::new(&catalog), &error),
        }
    })
}

/// What rustc hands to a derive is an item, unless another macro has garbled it.
fn with_derive_input(
    input: TokenStream,
    expand: impl FnOnce(&DeriveInput) -> TokenStream,
) -> TokenStream {
    match syn::parse2(input) {
        Ok(input) => expand(&input),
        Err(error) => error.into_compile_error(),
    }
}

#[cfg(test)]
#[path = "derive_tests.rs"]
mod tests;
