use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};

use super::optional_text;
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
        quote! {
            const #constant: __private::ForeignKeyDef = #definition;
            #check
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
    let name = optional_text(key.name.as_deref());
    let columns = table.names(&key.columns);
    let target = &key.target;
    let target_columns = match &key.to {
        // Through the target's columns, not as texts: a field may have a column of another name.
        Some(fields) => {
            let names = fields.iter().map(|field| {
                quote_spanned!(field.span()=> <#target as __private::Relation>::COLUMNS.#field.name())
            });
            quote!(&[#(#names),*])
        }
        None => quote!(<#target as __private::Relation>::PRIMARY_KEY),
    };
    let (on_delete, on_update) = (action(key.on_delete), action(key.on_update));
    let deferrable = match key.deferrable {
        None => quote!(Not),
        Some(Deferrable::InitiallyImmediate) => quote!(InitiallyImmediate),
        Some(Deferrable::InitiallyDeferred) => quote!(InitiallyDeferred),
    };
    quote! {
        __private::ForeignKeyDef {
            name: #name,
            columns: &[#(#columns),*],
            target: __private::QualifiedDef {
                schema: <#target as __private::Relation>::SCHEMA,
                name: <#target as __private::Relation>::NAME,
            },
            target_columns: #target_columns,
            on_delete: __private::Action::#on_delete,
            on_update: __private::Action::#on_update,
            deferrable: __private::Deferrable::#deferrable,
        }
    }
}

fn action(action: Action) -> TokenStream {
    match action {
        Action::NoAction => quote!(NoAction),
        Action::Restrict => quote!(Restrict),
        Action::Cascade => quote!(Cascade),
        Action::SetNull => quote!(SetNull),
        Action::SetDefault => quote!(SetDefault),
    }
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
                    __private::check::references_column::<#target, _, #ty>(
                        <#target as __private::Relation>::COLUMNS.#field,
                    );
                }
            });
            quote!(#(#pairs)*)
        }
        None => {
            let ty = super::keys::value_type(table, &key.columns);
            quote_spanned! {key.span=>
                __private::reference::<#ty, <#target as __private::Relation>::PrimaryKey>();
            }
        }
    }
}
