use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::enclosed;
use super::schema::last;
use super::verdict::verdict;
use crate::model::Catalog;

/// Everything that a `#[derive(Catalog)]` writes.
pub(crate) fn catalog(catalog: &Catalog) -> TokenStream {
    let Catalog {
        krate,
        ident,
        schemas,
        ledger,
        extensions,
        allow_cycle,
    } = catalog;
    let rust_name = ident.unraw().to_string();
    let extensions = extensions
        .iter()
        .map(|(name, schema)| quote!(__private::ExtensionDef { name: #name, schema: #schema }));
    let count = schemas.len();
    let schema_checks = schemas.iter().enumerate().map(|(at, schema)| {
        let listed = verdict(
            last(schema),
            &quote!(__private::check::catalog_schemas(#rust_name, SCHEMAS, #at)),
        );
        let targets = verdict(
            last(schema),
            &quote!(__private::check::catalog_targets(#rust_name, SCHEMAS, #at, &INDEX)),
        );
        let moves = verdict(last(schema), &quote!(MOVES.at(#at)));
        quote!(#listed #targets #moves)
    });
    let boundaries = (!allow_cycle).then(|| {
        verdict(
            ident.span(),
            &quote!(__private::check::catalog_boundaries::<#count>(#rust_name, SCHEMAS)),
        )
    });
    let ledger_name = ledger
        .iter()
        .map(|ledger| quote!(<#ledger as __private::SchemaName>::NAME));
    let ledger_check = ledger.iter().map(|ledger| {
        let name = quote!(<#ledger as __private::SchemaName>::NAME);
        verdict(
            last(ledger),
            &quote!(__private::check::catalog_ledger(#rust_name, SCHEMAS, #name)),
        )
    });
    enclosed(
        krate,
        &quote! {
            const SCHEMAS: &[__private::SchemaDef; #count] =
                &[#(<#schemas as __private::Schema>::SCHEMA),*];
            const COUNT: usize = __private::check::table_count(SCHEMAS);
            const INDEX: __private::check::TableIndex<COUNT> =
                __private::check::TableIndex::new(SCHEMAS);
            impl __private::Catalog for #ident {
                const CATALOG: __private::CatalogDef = __private::CatalogDef {
                    rust_name: #rust_name,
                    schemas: SCHEMAS,
                    ledger: #(#ledger_name)*,
                    extensions: &[#(#extensions),*],
                };
            }
            const MOVES: __private::check::Placed =
                __private::check::catalog_moves::<COUNT>(#rust_name, SCHEMAS, &INDEX);
            #(#schema_checks)*
            #boundaries
            #(#ledger_check)*
        },
    )
}
