//! All errors of one derive, gathered.

use std::cell::{Cell, RefCell};
use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;

/// Collects errors until [`Errors::finish`]. To forget that call is a bug, and panics.
pub(crate) struct Errors {
    gathered: RefCell<Vec<syn::Error>>,
    finished: Cell<bool>,
}

impl Errors {
    pub(crate) fn new() -> Self {
        Self {
            gathered: RefCell::default(),
            finished: Cell::new(false),
        }
    }

    /// An error that underlines all of `tokens`.
    pub(crate) fn on(&self, tokens: impl ToTokens, message: impl Display) {
        self.add(syn::Error::new_spanned(tokens, message));
    }

    /// An error at one token.
    pub(crate) fn at(&self, span: Span, message: impl Display) {
        self.add(syn::Error::new(span, message));
    }

    pub(crate) fn add(&self, error: syn::Error) {
        self.gathered.borrow_mut().push(error);
    }

    /// How many errors there are so far: who reads an attribute can tell whether it was read whole.
    pub(crate) fn count(&self) -> usize {
        self.gathered.borrow().len()
    }

    /// All errors as one, if there are any.
    pub(crate) fn finish(self) -> Result<(), syn::Error> {
        self.finished.set(true);
        let all = self
            .gathered
            .borrow_mut()
            .drain(..)
            .reduce(|mut all, next| {
                all.combine(next);
                all
            });
        all.map_or(Ok(()), Err)
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(
            self.finished.get() || std::thread::panicking(),
            "errors were gathered and not looked at"
        );
    }
}
