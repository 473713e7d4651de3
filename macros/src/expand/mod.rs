//! Writes out what was declared: data and literals, no behaviour. Nothing here can fail.
//!
//! Emitted code names only `::core`, the user's own tokens and the crate's private module, which it
//! calls `__private`; all of it stands in an unnamed constant, so that no name of ours meets the user's.

mod catalog;
mod columns;
mod descriptor;
mod foreign_key;
mod insert;
mod keys;
mod numbered;
mod relation;
mod row;
mod said;
mod schema;
mod statements;
mod verdict;

pub(crate) mod inert;

pub(crate) use catalog::catalog;
pub(crate) use schema::schema;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use crate::model::Table;

/// Everything that a `#[derive(Table)]` writes.
pub(crate) fn table(table: &Table) -> TokenStream {
    let written = insert::written(table);
    let parts = [
        columns::columns(table),
        relation::relation(table),
        descriptor::table(table),
        foreign_key::foreign_keys(table),
        keys::nullable_primary_key(table),
        numbered::numbered_columns(table),
        row::row(table),
        row::from_row(table),
        row::queries(table),
        insert::insert_into(table),
        keys::constants(table),
    ];
    let block = enclosed(&table.krate, &quote!(#(#parts)*));
    quote!(#written #block)
}

/// The items, out of everyone's sight, with the private module in scope.
fn enclosed(krate: &Path, items: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            use #krate::__private_0_1 as __private;
            #items
        };
    }
}

/// A text that may be missing.
fn optional_text(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(__private::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}
