use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::model::column_name;
use crate::parse::{Subject, TableInput};
use crate::suggest::{list, nearest};

/// A table has a primary key, or says that it has none: without one a row cannot be told from its
/// copy, updated or replicated.
pub(super) fn primary_key_is_declared(table: &TableInput, errors: &Errors) {
    match (table.primary_keys.first(), table.options.no_primary_key.key()) {
        // Where an attribute could not be read, the primary key may have stood there.
        (None, None) if table.complete && !table.fields.is_empty() => errors.on(
            &table.ident,
            format_args!(
                "`{}` has no primary key, so its rows could not be found, updated or told apart. Write `#[primary_key]` on a field or `#[primary_key(a, b)]` on the struct, or `#[table(no_primary_key)]` if it has none",
                table.ident
            ),
        ),
        (Some(_), Some(key)) => errors.on(
            key,
            "this says that the table has no primary key, and yet it has one. Take one of the two away",
        ),
        _ => {}
    }
}

/// A table has one primary key; of several columns if need be.
pub(super) fn primary_key_is_declared_once(table: &TableInput, errors: &Errors) {
    let [first, rest @ ..] = table.primary_keys.as_slice() else {
        return;
    };
    for key in rest {
        let mut columns = Vec::new();
        for column in first.columns.iter().chain(&key.columns) {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        let columns: Vec<String> = columns.into_iter().map(ToString::to_string).collect();
        errors.at(
            key.span,
            format_args!(
                "a table has one primary key, and this is a second one. For a key of several columns write `#[primary_key({})]` on the struct; for another key write `#[unique]`",
                columns.join(", ")
            ),
        );
    }
}

/// A list of columns in one of the struct's attributes.
struct Columns<'t> {
    attribute: &'static str,
    names: Vec<&'t Ident>,
    span: Span,
    /// Whether it could be empty all the same, because of expressions.
    has_expressions: bool,
}

fn lists(table: &TableInput) -> Vec<Columns<'_>> {
    let mut lists = Vec::new();
    let mut add = |attribute, names: Vec<_>, span, has_expressions| {
        lists.push(Columns {
            attribute,
            names,
            span,
            has_expressions,
        });
    };
    for key in &table.primary_keys {
        add("primary_key", key.columns.iter().collect(), key.span, false);
    }
    for unique in &table.uniques {
        add(
            "unique",
            unique.columns.iter().collect(),
            unique.span,
            false,
        );
    }
    for index in &table.indexes {
        let columns = index
            .elements
            .iter()
            .filter_map(|element| match &element.subject {
                Subject::Column(name) => Some(name),
                Subject::Expression(_) => None,
            });
        let names: Vec<_> = columns.collect();
        let has_expressions = names.len() < index.elements.len();
        add("index", names, index.span, has_expressions);
    }
    lists
}

/// Every column of a key or index is a field of the struct.
pub(super) fn key_columns_exist(table: &TableInput, errors: &Errors) {
    for Columns {
        attribute, names, ..
    } in lists(table)
    {
        names
            .into_iter()
            .for_each(|name| column_exists(table, attribute, name, errors));
    }
    for index in &table.indexes {
        for name in index.include.get().into_iter().flatten() {
            column_exists(table, "index", name, errors);
        }
    }
}

/// Refuses a name that is no field of the struct.
pub(super) fn column_exists(table: &TableInput, attribute: &str, name: &Ident, errors: &Errors) {
    let bare = name.unraw();
    if table.fields.iter().any(|field| field.ident.unraw() == bare) {
        return;
    }
    let renamed = table
        .fields
        .iter()
        .find(|field| bare == column_name(field).as_str());
    let fields: Vec<String> = table
        .fields
        .iter()
        .map(|field| field.ident.unraw().to_string())
        .collect();
    let fields = || fields.iter().map(String::as_str);
    let remedy = match (renamed, nearest(&bare.to_string(), fields())) {
        (Some(field), _) => {
            format!(
                "That is a column's name; write the name of its field, `{}`",
                field.ident
            )
        }
        (None, Some(meant)) => format!("Did you mean `{meant}`?"),
        (None, None) => format!("Its fields are {}", list(fields())),
    };
    errors.on(
        name,
        format_args!(
            "`#[{attribute}(..)]` names `{name}`, but `{}` has no such field. {remedy}",
            table.ident
        ),
    );
}

/// A key or index names a column once: a second time adds nothing, and Postgres refuses it in a key.
pub(super) fn key_columns_are_distinct(table: &TableInput, errors: &Errors) {
    for Columns {
        attribute, names, ..
    } in lists(table)
    {
        distinct(attribute, &names, errors);
    }
}

/// Refuses a name that stands in a list before.
pub(super) fn distinct(attribute: &str, names: &[&Ident], errors: &Errors) {
    for (at, name) in names.iter().enumerate() {
        if names[..at]
            .iter()
            .any(|other| other.unraw() == name.unraw())
        {
            errors.on(
                name,
                format_args!("`#[{attribute}(..)]` names `{name}` twice. Once is enough"),
            );
        }
    }
}

/// A key or index has columns.
pub(super) fn key_has_columns(table: &TableInput, errors: &Errors) {
    for Columns {
        attribute,
        names,
        span,
        has_expressions,
    } in lists(table)
    {
        if names.is_empty() && !has_expressions {
            errors.at(
                span,
                format_args!(
                    "`#[{attribute}]` on a struct names its columns: `#[{attribute}(a, b)]`. For a single column it can also stand alone on the field"
                ),
            );
        }
    }
}
