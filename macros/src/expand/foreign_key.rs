use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};

use super::said::Said;
use super::verdict::verdict;
use crate::model::{Action, ForeignKey, Table};
use crate::parse::Deferrable;

/// A constant for each foreign key, with what the compiler has to check of it.
pub(super) fn foreign_keys(table: &Table) -> TokenStream {
    let keys = table.foreign_keys.iter().enumerate().map(|(number, key)| {
        let constant = format_ident!("FK{number}");
        let (schema, name, target) = (&table.schema, &table.name, &key.target);
        let definition = definition(table, key);
        let check = verdict(
            key.span,
            &quote! {
                __private::check::foreign_key(
                    #schema, #name, &#constant, <#target as __private::Relation>::UNIQUE_SETS,
                )
            },
        );
        let emptied = emptied_columns(table, key);
        quote! {
            const #constant: __private::ForeignKeyDef = #definition;
            #check
            #emptied
        }
    });
    let obligations: Vec<TokenStream> = table
        .foreign_keys
        .iter()
        .map(|key| obligations(table, key))
        .collect();
    let obligations =
        (!obligations.is_empty()).then(|| quote!(const _: fn() = || { #(#obligations)* };));
    quote!(#(#keys)* #obligations)
}

fn definition(table: &Table, key: &ForeignKey) -> TokenStream {
    let ForeignKey {
        name,
        columns,
        target,
        to,
        on_delete,
        on_update,
        deferrable,
        emptying: _,
        span: _,
    } = key;
    let mut said = Said::new(
        quote!(__private::ForeignKeyDef),
        quote!(__private::ForeignKeyDef::EMPTY),
    );
    said.optional_text("name", name.as_deref());
    said.list(
        "columns",
        table.names(columns).into_iter().map(|name| quote!(#name)),
    );
    said.value("target", &quote!(<#target as __private::Relation>::PLACE));
    let target_columns = match to {
        // Through the target's columns, not as texts: a field may have a column of another name.
        Some(fields) => {
            let names = fields.iter().map(|field| {
                quote_spanned!(field.span()=> <#target as __private::Relation>::COLUMNS.#field.name())
            });
            quote!(&[#(#names),*])
        }
        None => quote!(<#target as __private::Relation>::PRIMARY_KEY),
    };
    said.value("target_columns", &target_columns);
    for (field, action) in [("on_delete", on_delete), ("on_update", on_update)] {
        let action = match action {
            Action::NoAction => continue,
            Action::Restrict => quote!(Restrict),
            Action::Cascade => quote!(Cascade),
            Action::SetNull => quote!(SetNull),
            Action::SetDefault => quote!(SetDefault),
        };
        said.value(field, &quote!(__private::Action::#action));
    }
    match deferrable {
        None => {}
        Some(Deferrable::InitiallyImmediate) => {
            said.value(
                "deferrable",
                &quote!(__private::Deferrable::InitiallyImmediate),
            );
        }
        Some(Deferrable::InitiallyDeferred) => {
            said.value(
                "deferrable",
                &quote!(__private::Deferrable::InitiallyDeferred),
            );
        }
    }
    quote!(#said)
}

/// What an action would set to NULL may be NULL.
fn emptied_columns(table: &Table, key: &ForeignKey) -> TokenStream {
    let checks = key.emptying.iter().flat_map(|(action, span)| {
        let columns = key.columns.iter().map(|position| &table.columns[*position]);
        columns.filter_map(move |column| {
            let word = match action {
                Action::SetDefault if column.is_filled() => return None,
                Action::SetDefault => "set_default",
                _ => "set_null",
            };
            let (table, name, ty) = (&table.name, &column.name, &column.ty);
            let nullable = quote!(<#ty as __private::ColumnType>::NULLABLE);
            Some(verdict(
                *span,
                &quote!(__private::check::emptied_column(#table, #name, #word, #nullable)),
            ))
        })
    });
    quote!(#(#checks)*)
}

/// Both sides have the same type: a trait bound, so that rustc says it at the field.
fn obligations(table: &Table, key: &ForeignKey) -> TokenStream {
    let target = &key.target;
    let types = key
        .columns
        .iter()
        .map(|position| &table.columns[*position].ty);
    match &key.to {
        Some(fields) => {
            let pairs = types.zip(fields).map(|(ty, field)| {
                quote_spanned! {field.span()=>
                    <#target as __private::Relation>::COLUMNS.#field.referenced_by::<#ty>();
                }
            });
            quote!(#(#pairs)*)
        }
        None => {
            let (types, check) = match key.columns.as_slice() {
                [_] => (quote!(#(#types)*), quote!(reference)),
                _ => (
                    quote_spanned!(key.span=> (#(#types),*)),
                    quote!(reference_each),
                ),
            };
            quote_spanned! {key.span=>
                __private::check::#check::<#types, <#target as __private::Relation>::PrimaryKey>();
            }
        }
    }
}
