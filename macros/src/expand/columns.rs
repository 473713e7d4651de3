use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::model::Table;

/// The name of the struct that holds the columns.
pub(super) fn name(ident: &Ident) -> Ident {
    format_ident!("{}Columns", ident.unraw(), span = ident.span())
}

/// A struct with a typed column for each field, as visible as the field.
pub(super) fn columns(table: &Table) -> TokenStream {
    let (ident, visibility, name) = (&table.ident, &table.visibility, name(&table.ident));
    let fields = table.columns.iter().map(|column| {
        let (visibility, field, ty) = (&column.visibility, &column.ident, &column.ty);
        quote!(#visibility #field: __private::Column<#ident, #ty>)
    });
    quote! {
        #[allow(dead_code)]
        #visibility struct #name { #(#fields),* }
        #[automatically_derived]
        impl ::core::clone::Clone for #name {
            fn clone(&self) -> Self { *self }
        }
        #[automatically_derived]
        impl ::core::marker::Copy for #name {}
    }
}
