use proc_macro2::Ident;

use super::argument::Argument;
use super::item::Item;
use crate::errors::Errors;

/// The place of a key that may be given once.
pub(crate) struct Slot<T> {
    given: Option<(Ident, Option<T>)>,
}

impl<T> std::default::Default for Slot<T> {
    fn default() -> Self {
        Self { given: None }
    }
}

impl<T> Slot<T> {
    /// The value, if it was given and could be read.
    pub(crate) fn get(&self) -> Option<&T> {
        self.given.as_ref().and_then(|(_, value)| value.as_ref())
    }

    /// The key as it was written, if it was.
    pub(crate) fn key(&self) -> Option<&Ident> {
        self.given.as_ref().map(|(key, _)| key)
    }

    /// Whether the key was written, readable or not.
    pub(crate) fn is_given(&self) -> bool {
        self.given.is_some()
    }

    /// Takes a value that was read elsewhere; a second one is refused.
    pub(crate) fn put(&mut self, key: &Ident, value: Option<T>, errors: &Errors) {
        if self.given.is_some() {
            errors.on(
                key,
                format_args!("`{key}` is given twice, and only one of them could count. Keep one"),
            );
            return;
        }
        self.given = Some((key.clone(), value));
    }
}

impl<T: Argument> Slot<T> {
    /// Reads the item into the slot.
    pub(crate) fn fill(&mut self, item: &Item, errors: &Errors) {
        let Some(key) = item.key() else { return };
        let value = match T::read(item) {
            Ok(value) => Some(value),
            Err(error) => {
                errors.add(error);
                None
            }
        };
        self.put(key, value, errors);
    }
}
