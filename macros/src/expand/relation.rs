use proc_macro2::TokenStream;
use quote::quote;

use super::columns;
use crate::model::Table;

/// `impl Relation`: what other structs may know, depending on nothing.
pub(super) fn relation(table: &Table) -> TokenStream {
    let (ident, schema, name, qualified) =
        (&table.ident, &table.schema, &table.name, table.qualified());
    let primary_key = table
        .primary_key
        .as_ref()
        .map(|key| table.names(&key.columns));
    let primary_key = primary_key.unwrap_or_default();
    let key_type = table
        .primary_key
        .as_ref()
        .map(|key| super::keys::value_type(table, &key.columns));
    let key_type = key_type.unwrap_or_else(|| quote!(()));
    let unique_sets = table.keys().map(|(_, columns)| {
        let mut names = table.names(&columns);
        names.sort_unstable();
        quote!(&[#(#names),*])
    });
    let columns = columns::name(ident);
    let values = table.columns.iter().map(|column| {
        let (field, name) = (&column.ident, &column.name);
        quote!(#field: __private::Column::new(#name))
    });
    quote! {
        impl __private::Relation for #ident {
            const SCHEMA: &'static str = #schema;
            const NAME: &'static str = #name;
            const QUALIFIED: &'static str = #qualified;
            const PRIMARY_KEY: &'static [&'static str] = &[#(#primary_key),*];
            const UNIQUE_SETS: &'static [&'static [&'static str]] = &[#(#unique_sets),*];
            type PrimaryKey = #key_type;
            type Columns = #columns;
            const COLUMNS: #columns = #columns { #(#values),* };
        }
    }
}
