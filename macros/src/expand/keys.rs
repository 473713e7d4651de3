use heck::ToShoutySnakeCase;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::statements;
use super::verdict::verdict;
use crate::model::{Insert, Table};

/// The type of a key's value: the column's own, or a tuple.
pub(super) fn value_type(table: &Table, columns: &[usize]) -> TokenStream {
    let types = columns.iter().map(|position| &table.columns[*position].ty);
    match columns {
        [_] => quote!(#(#types)*),
        _ => quote!((#(#types),*)),
    }
}

/// A constant for each key: `PK`, and `UQ_{COLUMNS}`.
pub(super) fn constants(table: &Table) -> TokenStream {
    let (ident, visibility) = (&table.ident, &table.visibility);
    let mut written = Vec::new();
    let constants = table.keys().enumerate().filter_map(|(number, (name, columns))| {
        let primary = number == 0 && table.primary_key.is_some();
        let (constant, kind) = if primary {
            (format_ident!("PK"), "primary key")
        } else {
            let fields = columns.iter().map(|position| table.columns[*position].ident.unraw());
            let fields: Vec<String> =
                fields.map(|field| field.to_string().to_shouty_snake_case()).collect();
            (format_ident!("UQ_{}", fields.join("_")), "unique key")
        };
        // A redundant key that was asked for is found by the constant of the other.
        if written.contains(&constant) {
            return None;
        }
        written.push(constant.clone());
        let names = table.names(&columns);
        let documentation = format!("The {kind} ({}).", names.join(", "));
        let value = value_type(table, &columns);
        let select = statements::select_by(table, &columns);
        let upsert = match table.insert {
            Insert::Nothing => String::new(),
            Insert::Written(_) | Insert::Itself => statements::upsert(table, &columns),
        };
        Some(quote! {
            #[doc = #documentation]
            #visibility const #constant: __private::UniqueKey<#ident, #value> = __private::UniqueKey {
                name: #name,
                columns: &[#(#names),*],
                select: #select,
                upsert: #upsert,
                of: __private::PhantomData,
            };
        })
    });
    quote! {
        #[allow(dead_code)]
        impl #ident { #(#constants)* }
    }
}

/// No column of the primary key may be NULL: what the trait says of its type, which only the
/// compiler can ask.
pub(super) fn nullable_primary_key(table: &Table) -> TokenStream {
    let name = &table.name;
    let columns = table.primary_key.iter().flat_map(|key| &key.columns);
    let checks = columns.map(|position| {
        let column = &table.columns[*position];
        let (column_name, ty) = (&column.name, &column.ty);
        verdict(
            ty.span(),
            &quote! {
                __private::check::primary_key_column(
                    #name, #column_name, <#ty as __private::ColumnType>::NULLABLE,
                )
            },
        )
    });
    quote!(#(#checks)*)
}
