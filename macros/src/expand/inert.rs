//! What stands in for the expansion when something is wrong: the errors, and impls that say nothing,
//! so that other structs and the user's code raise no errors of their own. The checks that the
//! compiler runs take a table or schema without a name for what it is, and keep silent about it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;
use syn::ext::IdentExt;

use super::enclosed;
use crate::model::{Catalog, Insert, Schema, Table};
use crate::parse::TableInput;
use crate::parse::table::Shape;

pub(crate) fn table(input: &TableInput, error: &syn::Error) -> TokenStream {
    let errors = error.to_compile_error();
    if !matches!(input.shape, Shape::Struct) || !input.generics.params.is_empty() {
        return errors;
    }
    let table = Table::inert(input);
    let ident = &table.ident;
    let parts = [
        super::columns::columns(&table),
        super::relation::relation(&table),
        super::descriptor::nameless(&table.ident),
        super::keys::constants(&table),
    ];
    let inserted = match &table.insert {
        Insert::Written(name) => Some(name),
        Insert::Itself => Some(ident),
        Insert::Nothing => None,
    };
    let insert = inserted.map(|inserted| {
        quote! {
            impl __private::InsertInto<#ident> for #inserted {
                const INSERT: &'static str = "";
                fn bind_row(
                    &self,
                    _: &mut __private::PgArguments,
                ) -> __private::Result<()> {
                    __private::Ok(())
                }
            }
        }
    });
    let fields = table.columns.iter().map(|column| &column.ident);
    let block = enclosed(
        &table.krate,
        &quote! {
            #(#parts)*
            #insert
            impl __private::Row for #ident {
                const WIDTH: usize = 0;
                fn decode(
                    _: &__private::PgRow,
                    _: usize,
                ) -> __private::Result<Self> {
                    // Reading the fields keeps rustc from calling them unused.
                    let _ = |this: &Self| { #(let _ = &this.#fields;)* };
                    ::core::panic!("this table does not compile")
                }
            }
            impl __private::Queries for #ident {
                const STATEMENTS: __private::Statements =
                    __private::Statements { select: "", find: "", update: "", delete: "" };
                fn bind_update(
                    &self,
                    _: &mut __private::PgArguments,
                ) -> __private::Result<()> {
                    __private::Ok(())
                }
            }
        },
    );
    let written = super::insert::written(&table);
    quote!(#errors #written #block)
}

pub(crate) fn schema(schema: &Schema, error: &syn::Error) -> TokenStream {
    let Schema {
        krate, ident, name, ..
    } = schema;
    let rust_name = ident.unraw().to_string();
    with_errors(
        error,
        krate,
        &quote! {
            impl __private::SchemaName for #ident {
                const NAME: &'static str = #name;
            }
            impl __private::Schema for #ident {
                const SCHEMA: __private::SchemaDef = __private::SchemaDef {
                    name: "",
                    rust_name: #rust_name,
                    tables: &[],
                    depends_on: &[],
                    comment: ::core::option::Option::None,
                };
            }
        },
    )
}

pub(crate) fn catalog(catalog: &Catalog, error: &syn::Error) -> TokenStream {
    let Catalog { krate, ident, .. } = catalog;
    let rust_name = ident.unraw().to_string();
    with_errors(
        error,
        krate,
        &quote! {
            impl __private::Catalog for #ident {
                const CATALOG: __private::CatalogDef = __private::CatalogDef {
                    rust_name: #rust_name,
                    schemas: &[],
                    ledger: "",
                    extensions: &[],
                };
            }
        },
    )
}

fn with_errors(error: &syn::Error, krate: &Path, items: &TokenStream) -> TokenStream {
    let errors = error.to_compile_error();
    let block = enclosed(krate, items);
    quote!(#errors #block)
}
