use proc_macro2::TokenStream;
use quote::quote;
use syn::spanned::Spanned;

use super::verdict::verdict;
use crate::model::{Filled, Table};

/// What the database numbers is an integer: what the trait says of its type, which only the compiler
/// can ask.
pub(super) fn numbered_columns(table: &Table) -> TokenStream {
    let name = &table.name;
    let checks = table.columns.iter().filter_map(|column| {
        let word = match column.filled {
            Filled::Serial(_) => "serial",
            Filled::IdentityAlways(_) | Filled::IdentityByDefault(_) => "identity",
            Filled::No | Filled::Default(_) | Filled::Generated(_) => return None,
        };
        let (column_name, ty) = (&column.name, &column.ty);
        Some(verdict(
            ty.span(),
            &quote! {
                __private::check::numbered_column(
                    #name,
                    #column_name,
                    #word,
                    <#ty as __private::ColumnType>::SQL_TYPE,
                    <#ty as __private::ColumnType>::NULLABLE,
                )
            },
        ))
    });
    quote!(#(#checks)*)
}
