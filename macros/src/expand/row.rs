use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::statements;
use crate::model::Table;

/// `impl Row`: read by position.
pub(super) fn row(table: &Table) -> TokenStream {
    let ident = &table.ident;
    let width = Literal::usize_unsuffixed(table.columns.len());
    let fields = table.columns.iter().enumerate().map(|(position, column)| {
        let (field, ty, position) = (
            &column.ident,
            &column.ty,
            Literal::usize_unsuffixed(position),
        );
        quote!(#field: <#ty as __private::ColumnType>::decode_at(row, first + #position)?)
    });
    quote! {
        impl __private::Row for #ident {
            const WIDTH: usize = #width;
            fn decode(
                row: &__private::PgRow,
                first: usize,
            ) -> __private::Result<Self> {
                __private::Ok(Self { #(#fields),* })
            }
        }
    }
}

/// `impl sqlx::FromRow`, if asked for: read by name, as that trait's users expect.
pub(super) fn from_row(table: &Table) -> TokenStream {
    if !table.from_row {
        return TokenStream::new();
    }
    let ident = &table.ident;
    let fields = table.columns.iter().map(|column| {
        let (field, ty, name) = (&column.ident, &column.ty, &column.name);
        quote!(#field: __private::decode_named::<#ty>(row, #name)?)
    });
    quote! {
        impl<'row> __private::FromRow<'row, __private::PgRow> for #ident {
            fn from_row(
                row: &'row __private::PgRow,
            ) -> __private::Result<Self> {
                __private::Ok(Self { #(#fields),* })
            }
        }
    }
}

/// `impl Queries`: the statements that need no more than the table.
pub(super) fn queries(table: &Table) -> TokenStream {
    let ident = &table.ident;
    let key = table.primary_key.as_ref().map(|key| key.columns.as_slice());
    let select = statements::select(table);
    let find = key
        .map(|key| statements::select_by(table, key))
        .unwrap_or_default();
    let update = key
        .map(|key| statements::update_by(table, key))
        .unwrap_or_default();
    let delete = key
        .map(|key| statements::delete_by(table, key))
        .unwrap_or_default();
    let bound = key.map(|key| [statements::updated(table, key).as_slice(), key].concat());
    let binds = bind(table, bound.into_iter().flatten());
    let arguments = arguments_name(&binds);
    quote! {
        impl __private::Queries for #ident {
            const STATEMENTS: __private::Statements = __private::Statements {
                select: #select,
                find: #find,
                update: #update,
                delete: #delete,
            };
            fn bind_update(
                &self,
                #arguments: &mut __private::PgArguments,
            ) -> __private::Result<()> {
                #binds
                __private::Ok(())
            }
        }
    }
}

/// Appends the values of these columns.
pub(super) fn bind(table: &Table, columns: impl Iterator<Item = usize>) -> TokenStream {
    let binds = columns.map(|position| {
        let (field, ty) = (&table.columns[position].ident, &table.columns[position].ty);
        quote!(<#ty as __private::ColumnType>::bind_to(&self.#field, arguments)?;)
    });
    quote!(#(#binds)*)
}

/// The parameter's name, which tells rustc where nothing is appended.
pub(super) fn arguments_name(binds: &TokenStream) -> TokenStream {
    if binds.is_empty() {
        quote!(_)
    } else {
        quote!(arguments)
    }
}
