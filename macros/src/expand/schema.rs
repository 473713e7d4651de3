use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Path;
use syn::ext::IdentExt;

use super::verdict::verdict;
use super::{enclosed, optional_text};
use crate::model::Schema;

/// Everything that a `#[derive(Schema)]` writes.
pub(crate) fn schema(schema: &Schema) -> TokenStream {
    let Schema {
        krate,
        ident,
        name,
        tables,
        depends_on,
        comment,
    } = schema;
    let rust_name = ident.unraw().to_string();
    let comment = optional_text(comment.as_deref());
    let table_checks = tables.iter().enumerate().map(|(at, table)| {
        let listed = verdict(
            last(table),
            &quote!(__private::check::schema_table(#name, #rust_name, DEPENDS_ON, TABLES[#at])),
        );
        let relations = verdict(last(table), &quote!(RELATIONS.at(#at)));
        quote!(#listed #relations)
    });
    let dependency_checks = depends_on.iter().enumerate().map(|(at, dependency)| {
        verdict(
            last(dependency),
            &quote!(__private::check::schema_dependency(#rust_name, DEPENDS_ON[#at], TABLES)),
        )
    });
    enclosed(
        krate,
        &quote! {
            const TABLES: &[&__private::TableDef] =
                &[#(&<#tables as __private::Table>::TABLE),*];
            const DEPENDS_ON: &[&str] = &[#(<#depends_on as __private::SchemaName>::NAME),*];
            impl __private::SchemaName for #ident {
                const NAME: &'static str = #name;
            }
            impl __private::Schema for #ident {
                const SCHEMA: __private::SchemaDef = __private::SchemaDef {
                    name: #name,
                    rust_name: #rust_name,
                    tables: TABLES,
                    depends_on: DEPENDS_ON,
                    comment: #comment,
                };
            }
            const RELATIONS: __private::check::Placed =
                __private::check::schema_relations::<{ __private::check::relation_count(TABLES) }>(
                    #rust_name, TABLES,
                );
            #(#table_checks)*
            #(#dependency_checks)*
        },
    )
}

/// Where the name of the struct stands.
pub(super) fn last(path: &Path) -> Span {
    path.segments
        .last()
        .map_or_else(Span::call_site, |segment| segment.ident.span())
}
