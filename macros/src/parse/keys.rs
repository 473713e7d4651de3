use proc_macro2::Ident;

use super::item::{Form, Item};
use crate::errors::Errors;
use crate::suggest::{list, nearest};

/// Refuses an item whose key the attribute does not know.
pub(crate) fn unknown(attribute: &str, item: &Item, keys: &[&str], errors: &Errors) {
    let Some(key) = item.key() else {
        errors.on(
            item,
            format_args!(
                "`#[{attribute}(..)]` takes {}, and this is none of them",
                list(keys.iter().copied())
            ),
        );
        return;
    };
    let message = match nearest(&key.to_string(), keys.iter().copied()) {
        Some(meant) => format!(
            "`#[{attribute}(..)]` has no key `{key}`, and an unknown key is never ignored. Did you mean `{meant}`?"
        ),
        None => format!(
            "`#[{attribute}(..)]` has no key `{key}`, and an unknown key is never ignored. It takes {}",
            list(keys.iter().copied())
        ),
    };
    errors.on(key, message);
}

/// The same for an attribute that names columns beside its keys; `field` is the field on which it
/// stands, whose column is the only one.
pub(crate) fn unknown_beside_columns(
    attribute: &str,
    item: &Item,
    keys: &[&str],
    field: Option<&Ident>,
    errors: &Errors,
) {
    match (&item.form, field) {
        (Form::Words(word, _), Some(field))
            if nearest(&word.to_string(), keys.iter().copied()).is_none() =>
        {
            errors.on(
                item,
                format_args!(
                    "on a field `#[{attribute}]` is of that field's column, and takes {}. For several columns write `#[{attribute}({field}, {word})]` on the struct",
                    list(keys.iter().copied())
                ),
            );
        }
        (Form::Other, None) => errors.on(
            item,
            format_args!(
                "`#[{attribute}(..)]` takes the names of fields, and {}; this is none of them",
                list(keys.iter().copied())
            ),
        ),
        _ => unknown(attribute, item, keys, errors),
    }
}
