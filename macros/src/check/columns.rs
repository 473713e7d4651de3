use proc_macro2::Ident;
use syn::LitStr;

use crate::errors::Errors;
use crate::parse::{FieldInput, TableInput};

/// A column has one source of values beside INSERT: a default, a serial's sequence, an identity or an
/// expression that generates it.
pub(super) fn one_source_of_values(table: &TableInput, errors: &Errors) {
    for field in &table.fields {
        let sources = sources(field);
        if let [first, rest @ ..] = sources.as_slice() {
            for key in rest {
                errors.on(
                    key,
                    format_args!(
                        "`{}` has `{first}` and `{key}`, and Postgres takes the values of a column from one of them. Keep one",
                        field.ident
                    ),
                );
            }
        }
    }
}

fn sources(field: &FieldInput) -> Vec<&Ident> {
    [
        field.default.key(),
        field.serial.key(),
        field.identity.key(),
        field.generated.key(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A table numbers its rows once: one serial or identity column.
pub(super) fn one_identity(table: &TableInput, errors: &Errors) {
    let numbered = table
        .fields
        .iter()
        .filter_map(|field| Some((field, field.serial.key().or(field.identity.key())?)));
    let numbered: Vec<_> = numbered.collect();
    if let [(first, _), rest @ ..] = numbered.as_slice() {
        for (field, key) in rest {
            errors.on(
                key,
                format_args!(
                    "the database already numbers the rows of this table by `{}`, and a second number for each row says nothing new. Take `{key}` away from `{}`",
                    first.ident, field.ident
                ),
            );
        }
    }
}

/// SQL that is given as a text says something.
pub(super) fn texts_are_not_empty(table: &TableInput, errors: &Errors) {
    for field in &table.fields {
        let texts = [
            ("type", &field.sql_type),
            ("generated", &field.generated),
            ("collate", &field.collate),
            ("renamed_from", &field.renamed_from),
        ];
        for (key, text) in texts {
            if let Some(text) = text.get().filter(|text| text.value().trim().is_empty()) {
                errors.on(
                    text,
                    format_args!("`{key}` is empty. Write what it is, or take it away"),
                );
            }
        }
        if let Some(default) = field
            .default
            .get()
            .filter(|it| it.expression.trim().is_empty())
        {
            errors.at(
                default.span,
                "`default` is empty, and Postgres would refuse it. The empty text is `default = \"''\"`",
            );
        }
    }
}

/// `varchar` and `char` say how long: `char` alone is one character, and `varchar` alone is `text`
/// under a name that promises a limit.
pub(super) fn character_types_have_a_length(table: &TableInput, errors: &Errors) {
    for text in table.fields.iter().filter_map(|field| field.sql_type.get()) {
        let lower = text.value().trim().to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().collect();
        if matches!(
            words.as_slice(),
            ["varchar" | "char" | "character" | "bpchar"] | ["character", "varying"]
        ) {
            errors.on(
                text,
                format_args!(
                    "`{}` does not say how long. Write `type = \"varchar(255)\"` with the most characters that may stand there, or leave the type away for `text`",
                    LitStr::value(text)
                ),
            );
        }
    }
}

/// The struct that is written for INSERTs is another than the table's.
pub(super) fn insert_struct_has_a_name_of_its_own(table: &TableInput, errors: &Errors) {
    if let Some(name) = table
        .options
        .insert
        .get()
        .filter(|name| **name == table.ident)
    {
        errors.on(
            name,
            format_args!(
                "`insert` names a struct that is written for you, and `{name}` is there already. Write `insert = New{name}`"
            ),
        );
    }
}
