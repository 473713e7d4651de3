use super::item::Item;
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
