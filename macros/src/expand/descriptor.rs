use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::{option, optional_text};
use crate::model::{Column, Element, Filled, Index, Key, Table};
use crate::parse::Nulls;

/// `impl Table`: the descriptor.
pub(super) fn table(table: &Table) -> TokenStream {
    let (ident, schema, name) = (&table.ident, &table.schema, &table.name);
    let rust_name = ident.unraw().to_string();
    let comment = optional_text(table.comment.as_deref());
    let moved_from =
        option(table.moved_from.as_ref().map(
            |(schema, name)| quote!(__private::QualifiedDef { schema: #schema, name: #name }),
        ));
    let columns = table.columns.iter().map(column);
    let primary_key = option(table.primary_key.as_ref().map(|Key { name, columns }| {
        let columns = table.names(columns);
        quote!(__private::KeyDef { name: #name, columns: &[#(#columns),*] })
    }));
    let uniques = table.uniques.iter().map(|unique| {
        let (name, columns) = (&unique.key.name, table.names(&unique.key.columns));
        let nulls = nulls(unique.nulls);
        quote!(__private::UniqueDef { name: #name, columns: &[#(#columns),*], nulls: #nulls })
    });
    let indexes = table
        .indexes
        .iter()
        .map(|definition| index(table, definition));
    let checks = table.checks.iter().map(|check| {
        let (name, expression) = (&check.name, &check.expression);
        quote!(__private::CheckDef { name: #name, expression: #expression })
    });
    let foreign_keys = (0..table.foreign_keys.len()).map(|number| format_ident!("FK{number}"));
    quote! {
        #[automatically_derived]
        impl __private::Table for #ident {
            const TABLE: __private::TableDef = __private::TableDef {
                schema: #schema,
                name: #name,
                rust_name: #rust_name,
                comment: #comment,
                moved_from: #moved_from,
                columns: &[#(#columns),*],
                primary_key: #primary_key,
                uniques: &[#(#uniques),*],
                indexes: &[#(#indexes),*],
                checks: &[#(#checks),*],
                foreign_keys: &[#(#foreign_keys),*],
            };
        }
    }
}

/// The descriptor of a table of which nothing is known.
pub(super) fn nameless(ident: &Ident) -> TokenStream {
    let rust_name = ident.unraw().to_string();
    quote! {
        #[automatically_derived]
        impl __private::Table for #ident {
            const TABLE: __private::TableDef = __private::TableDef {
                schema: "",
                name: "",
                rust_name: #rust_name,
                comment: ::core::option::Option::None,
                moved_from: ::core::option::Option::None,
                columns: &[],
                primary_key: ::core::option::Option::None,
                uniques: &[],
                indexes: &[],
                checks: &[],
                foreign_keys: &[],
            };
        }
    }
}

fn column(column: &Column) -> TokenStream {
    let Column {
        name,
        ty,
        sql_type,
        filled,
        collation,
        comment,
        renamed_from,
        ..
    } = column;
    let sql_type = match sql_type {
        Some(sql_type) => quote!(#sql_type),
        None => quote!(<#ty as __private::ColumnType>::SQL_TYPE),
    };
    let default = match filled {
        Filled::No => quote!(None),
        Filled::Default(expression) => quote!(Expression(#expression)),
        Filled::Serial(sequence) => quote!(Serial(#sequence)),
        Filled::IdentityAlways(sequence) => quote!(IdentityAlways(#sequence)),
        Filled::IdentityByDefault(sequence) => quote!(IdentityByDefault(#sequence)),
        Filled::Generated(expression) => quote!(Generated(#expression)),
    };
    let collation = optional_text(collation.as_deref());
    let comment = optional_text(comment.as_deref());
    let renamed_from = optional_text(renamed_from.as_deref());
    quote! {
        __private::ColumnDef {
            name: #name,
            sql_type: #sql_type,
            nullable: <#ty as __private::ColumnType>::NULLABLE,
            default: __private::DefaultDef::#default,
            collation: #collation,
            comment: #comment,
            renamed_from: #renamed_from,
        }
    }
}

fn index(table: &Table, index: &Index) -> TokenStream {
    let Index {
        name,
        unique,
        method,
        elements,
        include,
        predicate,
        parameters,
    } = index;
    let kind = match unique {
        None => quote!(Plain),
        Some(kind) => {
            let nulls = nulls(*kind);
            quote!(Unique(#nulls))
        }
    };
    let elements = elements.iter().map(|definition| element(table, definition));
    let predicate = optional_text(predicate.as_deref());
    let parameters = parameters.iter().map(|(key, value)| quote!((#key, #value)));
    quote! {
        __private::IndexDef {
            name: #name,
            kind: __private::IndexKind::#kind,
            method: #method,
            elements: &[#(#elements),*],
            include: &[#(#include),*],
            predicate: #predicate,
            parameters: &[#(#parameters),*],
        }
    }
}

fn element(table: &Table, element: &Element) -> TokenStream {
    let Element {
        column,
        expression,
        operator_class,
        descending,
        nulls_first,
    } = element;
    let column = column.map_or("", |position| &table.columns[position].name);
    let operator_class = optional_text(operator_class.as_deref());
    let order = if *descending {
        quote!(Descending)
    } else {
        quote!(Ascending)
    };
    let nulls = match nulls_first {
        None => quote!(Default),
        Some(true) => quote!(First),
        Some(false) => quote!(Last),
    };
    quote! {
        __private::ElementDef {
            column: #column,
            expression: #expression,
            operator_class: #operator_class,
            order: __private::Order::#order,
            nulls: __private::NullsOrder::#nulls,
        }
    }
}

fn nulls(nulls: Nulls) -> TokenStream {
    match nulls {
        Nulls::Distinct => quote!(__private::NullsDef::Distinct),
        Nulls::NotDistinct => quote!(__private::NullsDef::NotDistinct),
    }
}
