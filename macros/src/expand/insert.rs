use proc_macro2::TokenStream;
use quote::quote;

use super::{row, statements};
use crate::model::{Insert, Table};

/// The struct of all columns that the database does not fill, if one was asked for.
pub(super) fn written(table: &Table) -> TokenStream {
    let Insert::Written(name) = &table.insert else {
        return TokenStream::new();
    };
    let visibility = &table.visibility;
    let documentation = format!(
        "What is inserted into `{}.{}`: all columns that the database does not fill.",
        table.schema, table.name
    );
    let fields = table
        .columns
        .iter()
        .filter(|column| !column.is_filled())
        .map(|column| {
            let (documentation, visibility, ident, ty) = (
                &column.documentation,
                &column.visibility,
                &column.ident,
                &column.ty,
            );
            quote!(#(#documentation)* #visibility #ident: #ty)
        });
    quote! {
        #[doc = #documentation]
        #[derive(::core::fmt::Debug, ::core::clone::Clone)]
        #visibility struct #name { #(#fields),* }
    }
}

/// `impl InsertInto`, for that struct or for the table's own.
pub(super) fn insert_into(table: &Table) -> TokenStream {
    let ident = &table.ident;
    let inserted = match &table.insert {
        Insert::Written(name) => name,
        Insert::Itself => ident,
        Insert::Nothing => return TokenStream::new(),
    };
    let insert = statements::insert(table);
    let columns = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !column.is_filled());
    let binds = row::bind(table, columns.map(|(position, _)| position));
    let arguments = row::arguments_name(&binds);
    quote! {
        impl __private::InsertInto<#ident> for #inserted {
            const INSERT: &'static str = #insert;
            fn bind_row(
                &self,
                #arguments: &mut __private::PgArguments,
            ) -> __private::Result<()> {
                #binds
                __private::Ok(())
            }
        }
    }
}
