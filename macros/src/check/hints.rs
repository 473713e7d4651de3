use syn::LitStr;

use super::names::column_span;
use crate::errors::Errors;
use crate::model::{column_name, qualified, table_name};
use crate::parse::TableInput;

/// `moved_from` says where the table stood before, schema and name: it is what makes a move out of a
/// drop and a create, so it is never guessed at.
pub(super) fn moved_from_is_a_place(table: &TableInput, errors: &Errors) {
    let Some(from) = table.options.moved_from.get() else {
        return;
    };
    let text = from.value();
    let schema = table
        .options
        .schema
        .get()
        .map(LitStr::value)
        .unwrap_or_default();
    match qualified(&text) {
        Some((schema, name)) if !schema.is_empty() && !name.is_empty() && !name.contains('.') => {}
        None if !text.is_empty() => errors.on(
            from,
            format_args!("`moved_from` names a place, and a place has a schema: write `moved_from = \"{schema}.{text}\"` if the table only had another name, or `moved_from = \"public.{text}\"`"),
        ),
        _ => errors.on(
            from,
            "`moved_from` is the schema and the name that the table had, with a dot between: `moved_from = \"public.rag_documents\"`",
        ),
    }
}

/// `moved_from` is another place than where the table stands.
pub(super) fn moved_from_is_elsewhere(table: &TableInput, errors: &Errors) {
    let (Some(from), Some(schema)) = (table.options.moved_from.get(), table.options.schema.get())
    else {
        return;
    };
    if from.value() == format!("{}.{}", schema.value(), table_name(table)) {
        errors.on(
            from,
            "`moved_from` is where the table stands, so there is nothing to move. Name its former place, or take the hint away",
        );
    }
}

/// `renamed_from` is a name that the column had: not the one it has, not one that another column has,
/// and not one that another column claims.
pub(super) fn renamed_from_is_a_former_name(table: &TableInput, errors: &Errors) {
    for (at, field) in table.fields.iter().enumerate() {
        let Some(from) = field.renamed_from.get() else {
            continue;
        };
        let text = from.value();
        let claims = |other: &&crate::parse::FieldInput| {
            other
                .renamed_from
                .get()
                .is_some_and(|other| other.value() == text)
        };
        if text == column_name(field) {
            errors.on(
                from,
                "`renamed_from` is the name that the column has, so there is nothing to rename. Write its former name, or take the hint away",
            );
        } else if let Some(other) = table.fields.iter().find(|other| column_name(other) == text) {
            errors.on(
                from,
                format_args!("`renamed_from` says that the column `{text}` is now `{}`, but the field `{}` still is that column. Take the hint away, or the field", column_name(field), other.ident),
            );
        } else if let Some(other) = table.fields[..at].iter().find(claims) {
            errors.at(
                column_span(field),
                format_args!("`{}` and `{}` both say that they were the column `{text}`, which can become one of them only. Take one hint away", other.ident, field.ident),
            );
        }
    }
}
