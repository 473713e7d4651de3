//! What stands in for the expansion when something is wrong: the errors, and impls that say nothing,
//! so that other structs and the user's code raise no errors of their own.

use proc_macro2::TokenStream;
use quote::quote;

use crate::parse::TableInput;
use crate::parse::catalog::CatalogInput;
use crate::parse::schema::SchemaInput;

pub(crate) fn table(_input: &TableInput, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#error)
}

pub(crate) fn schema(_input: &SchemaInput, error: &syn::Error) -> TokenStream {
    error.to_compile_error()
}

pub(crate) fn catalog(_input: &CatalogInput, error: &syn::Error) -> TokenStream {
    error.to_compile_error()
}
