use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::said::Said;
use crate::model::{Column, Element, Filled, Index, Key, Table};
use crate::parse::Nulls;

/// `impl Table`: the descriptor.
pub(super) fn table(table: &Table) -> TokenStream {
    let ident = &table.ident;
    let rust_name = ident.unraw().to_string();
    let mut said = Said::new(
        quote!(__private::TableDef),
        quote!(__private::TableDef::EMPTY),
    );
    said.text("schema", &table.schema);
    said.text("name", &table.name);
    said.text("rust_name", &rust_name);
    said.optional_text("comment", table.comment.as_deref());
    said.optional(
        "moved_from",
        table
            .moved_from
            .as_ref()
            .map(|(schema, name)| quote!(__private::QualifiedDef { schema: #schema, name: #name })),
    );
    said.list("columns", table.columns.iter().map(column));
    said.optional(
        "primary_key",
        table.primary_key.as_ref().map(|Key { name, columns }| {
            let columns = table.names(columns);
            quote!(__private::KeyDef { name: #name, columns: &[#(#columns),*] })
        }),
    );
    said.list(
        "uniques",
        table.uniques.iter().map(|unique| {
            let (name, columns) = (&unique.key.name, table.names(&unique.key.columns));
            let nulls = nulls(unique.nulls);
            quote!(__private::UniqueDef { name: #name, columns: &[#(#columns),*], nulls: #nulls })
        }),
    );
    said.list(
        "indexes",
        table
            .indexes
            .iter()
            .map(|definition| index(table, definition)),
    );
    said.list(
        "checks",
        table.checks.iter().map(|check| {
            let (name, expression) = (&check.name, &check.expression);
            quote!(__private::CheckDef { name: #name, expression: #expression })
        }),
    );
    said.list(
        "foreign_keys",
        (0..table.foreign_keys.len()).map(|number| {
            let constant = format_ident!("FK{number}");
            quote!(#constant)
        }),
    );
    quote! {
        impl __private::Table for #ident {
            const TABLE: __private::TableDef = #said;
        }
    }
}

/// The descriptor of a table of which nothing is known.
pub(super) fn nameless(ident: &Ident) -> TokenStream {
    quote! {
        impl __private::Table for #ident {
            const TABLE: __private::TableDef = __private::TableDef::EMPTY;
        }
    }
}

fn column(column: &Column) -> TokenStream {
    let Column {
        visibility: _,
        ident: _,
        documentation: _,
        name,
        ty,
        sql_type,
        filled,
        collation,
        comment,
        renamed_from,
    } = column;
    let plain = quote!(<#ty as __private::ColumnType>::COLUMN);
    let mut said = Said::new(quote!(__private::ColumnDef), plain);
    said.text("name", name);
    if let Some(sql_type) = sql_type {
        said.text("sql_type", sql_type);
    }
    let default = match filled {
        Filled::No => None,
        Filled::Default(expression) => Some(quote!(Expression(#expression))),
        Filled::Serial(sequence) => Some(quote!(Serial(#sequence))),
        Filled::IdentityAlways(sequence) => Some(quote!(IdentityAlways(#sequence))),
        Filled::IdentityByDefault(sequence) => Some(quote!(IdentityByDefault(#sequence))),
        Filled::Generated(expression) => Some(quote!(Generated(#expression))),
    };
    if let Some(default) = default {
        said.value("default", &quote!(__private::DefaultDef::#default));
    }
    said.optional_text("collation", collation.as_deref());
    said.optional_text("comment", comment.as_deref());
    said.optional_text("renamed_from", renamed_from.as_deref());
    quote!(#said)
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
    let mut said = Said::new(
        quote!(__private::IndexDef),
        quote!(__private::IndexDef::EMPTY),
    );
    said.text("name", name);
    if let Some(kind) = unique {
        let nulls = nulls(*kind);
        said.value("kind", &quote!(__private::IndexKind::Unique(#nulls)));
    }
    if method != "btree" {
        said.text("method", method);
    }
    said.list(
        "elements",
        elements.iter().map(|definition| element(table, definition)),
    );
    said.list("include", include.iter().map(|column| quote!(#column)));
    said.optional_text("predicate", predicate.as_deref());
    said.list(
        "parameters",
        parameters.iter().map(|(key, value)| quote!((#key, #value))),
    );
    quote!(#said)
}

fn element(table: &Table, element: &Element) -> TokenStream {
    let Element {
        column,
        expression,
        operator_class,
        descending,
        nulls_first,
    } = element;
    let mut said = Said::new(
        quote!(__private::ElementDef),
        quote!(__private::ElementDef::EMPTY),
    );
    match column {
        Some(position) => said.text("column", &table.columns[*position].name),
        None => said.text("expression", expression),
    }
    said.optional_text("operator_class", operator_class.as_deref());
    if *descending {
        said.value("order", &quote!(__private::Order::Descending));
    }
    match nulls_first {
        None => {}
        Some(true) => said.value("nulls", &quote!(__private::NullsOrder::First)),
        Some(false) => said.value("nulls", &quote!(__private::NullsOrder::Last)),
    }
    quote!(#said)
}

fn nulls(nulls: Nulls) -> TokenStream {
    match nulls {
        Nulls::Distinct => quote!(__private::NullsDef::Distinct),
        Nulls::NotDistinct => quote!(__private::NullsDef::NotDistinct),
    }
}
