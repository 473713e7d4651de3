use syn::LitStr;

use super::keys::{column_exists, distinct};
use crate::errors::Errors;
use crate::model::Action;
use crate::parse::{ReferenceInput, TableInput};
use crate::suggest::{list, nearest};

/// The referencing columns of a foreign key are fields of the struct, each named once.
pub(super) fn referencing_columns_exist(table: &TableInput, errors: &Errors) {
    for reference in &table.references {
        if reference.columns.is_empty() {
            errors.at(
                reference.span,
                "on a struct a foreign key names its columns: `#[references(Target, columns(a, b))]`. For a single column it can also stand on the field",
            );
        }
        for column in &reference.columns {
            column_exists(table, "references", column, errors);
        }
        distinct(
            "references",
            &reference.columns.iter().collect::<Vec<_>>(),
            errors,
        );
    }
}

/// Both sides of a foreign key have as many columns.
pub(super) fn referenced_columns_are_as_many(table: &TableInput, errors: &Errors) {
    for reference in &table.references {
        let Some(to) = &reference.to else { continue };
        let (here, there) = (reference.columns.len(), to.len());
        if here != there && here > 0 {
            errors.at(
                reference.span,
                format_args!(
                    "this foreign key has {}, and references {}: each one references one. Name as many on both sides: `#[references(Target, columns(a, b), to(x, y))]`",
                    counted(here),
                    there
                ),
            );
        }
    }
}

fn counted(columns: usize) -> String {
    if columns == 1 {
        "1 column".to_owned()
    } else {
        format!("{columns} columns")
    }
}

/// What happens to the referencing rows is one of the five things that Postgres can do.
pub(super) fn actions_exist(table: &TableInput, errors: &Errors) {
    let words = || Action::WORDS.iter().map(|(word, _)| *word);
    for reference in &table.references {
        for word in [&reference.on_delete, &reference.on_update]
            .into_iter()
            .filter_map(|it| it.get())
        {
            let text = LitStr::value(word);
            if Action::read(&text).is_some() {
                continue;
            }
            let remedy = match nearest(&text.to_lowercase().replace(' ', "_"), words()) {
                Some(meant) => format!("Did you mean `\"{meant}\"`?"),
                None => format!("It is one of {}", list(words())),
            };
            errors.on(
                word,
                format_args!("a foreign key cannot do `{text}`. {remedy}"),
            );
        }
    }
}

/// A table references another once over the same columns: a second foreign key would check the same
/// again, and by the convention have the same name.
pub(super) fn foreign_keys_are_distinct(table: &TableInput, errors: &Errors) {
    let named = |reference: &ReferenceInput| reference.name.is_given();
    let target = |reference: &ReferenceInput| {
        reference
            .target
            .segments
            .last()
            .map(|segment| segment.ident.clone())
    };
    for (at, reference) in table.references.iter().enumerate() {
        let twin = table.references[..at].iter().find(|other| {
            other.columns == reference.columns
                && target(other) == target(reference)
                && !named(other)
                && !named(reference)
        });
        if let (Some(_), Some(target)) = (twin, target(reference)) {
            errors.at(
                reference.span,
                format_args!(
                    "these columns reference `{target}` already, and both foreign keys would have one name. Take one away, or write `name = \"fk_..\"` in it"
                ),
            );
        }
    }
}
