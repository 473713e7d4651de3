use proc_macro2::Span;
use syn::LitStr;

use super::identifier::identifier;
use super::reserved;
use crate::errors::Errors;
use crate::model::{column_name, table_name};
use crate::parse::{FieldInput, Slot, TableInput};

/// The name of a schema is an identifier, and is not one of the server's own schemas.
pub(super) fn schema_name_is_an_identifier(table: &TableInput, errors: &Errors) {
    if let Some(name) = table.options.schema.get() {
        schema(name, errors);
    }
}

pub(super) fn schema(name: &LitStr, errors: &Errors) {
    let text = name.value();
    if reserved::is_system_schema(&text) {
        errors.on(
            name,
            format_args!(
                "`{text}` belongs to the server, which keeps `information_schema` and all that starts with `pg_` for itself. Name a schema of your own"
            ),
        );
    } else {
        identifier("schema", &text, "Write another", name.span(), errors);
    }
}

/// The name of a table is an identifier; where it is not declared it is the plural of the struct's.
pub(super) fn table_name_is_an_identifier(table: &TableInput, errors: &Errors) {
    let remedy = "Write `#[table(name = \"..\")]` with another";
    identifier(
        "table",
        &table_name(table),
        remedy,
        table_span(table),
        errors,
    );
}

/// Where the table's name comes from.
pub(super) fn table_span(table: &TableInput) -> Span {
    span(&table.options.name, table.ident.span())
}

/// Where the column's name comes from.
pub(super) fn column_span(field: &FieldInput) -> Span {
    span(&field.name, field.ident.span())
}

fn span(slot: &Slot<LitStr>, otherwise: Span) -> Span {
    slot.get().map_or(otherwise, LitStr::span)
}

/// A table's name does not start with the name of its schema: `rag.rag_documents` says `rag` twice,
/// and it is the habit that schemas are there to end.
pub(super) fn table_name_does_not_repeat_its_schema(table: &TableInput, errors: &Errors) {
    let Some(schema) = table.options.schema.get().map(LitStr::value) else {
        return;
    };
    let name = table_name(table);
    let Some(rest) = name
        .strip_prefix(&schema)
        .and_then(|rest| rest.strip_prefix('_'))
    else {
        return;
    };
    if rest.is_empty() || table.options.allow_prefix.is_given() {
        return;
    }
    errors.at(
        table_span(table),
        format_args!(
            "the table `{name}` repeats the name of its schema: `{schema}.{name}` says `{schema}` twice. Call it `{rest}` (`#[table(name = \"{rest}\")]`), or write `#[table(allow_prefix)]` if the prefix is meant"
        ),
    );
}

/// The name of a column is an identifier, and is not one of the columns that every table has.
pub(super) fn column_names_are_identifiers(table: &TableInput, errors: &Errors) {
    for field in &table.fields {
        let name = column_name(field);
        let remedy = "Write `#[column(name = \"..\")]` with another";
        if reserved::is_system_column(&name) {
            errors.at(
                column_span(field),
                format_args!(
                    "every table has a system column `{name}` already, and Postgres refuses a second one. {remedy}"
                ),
            );
        } else {
            identifier("column", &name, remedy, column_span(field), errors);
        }
    }
}

/// Two columns of a table do not have the same name.
pub(super) fn column_names_are_distinct(table: &TableInput, errors: &Errors) {
    for (at, field) in table.fields.iter().enumerate() {
        let name = column_name(field);
        let same = table.fields[..at]
            .iter()
            // Two fields of one name are rustc's to refuse.
            .find(|other| column_name(other) == name && other.ident != field.ident);
        if let Some(other) = same {
            errors.at(
                column_span(field),
                format_args!(
                    "the fields `{}` and `{}` are both the column `{name}`. Write `#[column(name = \"..\")]` with another name on one of them",
                    other.ident, field.ident
                ),
            );
        }
    }
}
