use proc_macro2::{Ident, Span};
use syn::Path;

use super::{Column, naming};
use crate::parse::{Deferrable, ReferenceInput};

/// A foreign key. The target is another struct, of which only the compiler knows more.
pub(crate) struct ForeignKey {
    /// The name, where one was declared.
    pub(crate) name: Option<String>,
    /// The positions of the referencing columns.
    pub(crate) columns: Vec<usize>,
    pub(crate) target: Path,
    /// The referenced fields; `None` for the target's primary key.
    pub(crate) to: Option<Vec<Ident>>,
    pub(crate) on_delete: Action,
    pub(crate) on_update: Action,
    pub(crate) deferrable: Option<Deferrable>,
    /// Where the target's name stands: what an error about the target underlines.
    pub(crate) span: Span,
}

/// What happens to the referencing rows.
#[derive(Clone, Copy)]
#[allow(clippy::enum_variant_names, reason = "SQL's own words")]
pub(crate) enum Action {
    NoAction,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

impl Action {
    /// All of them, as they are written.
    pub(crate) const WORDS: [(&'static str, Self); 5] = [
        ("no_action", Self::NoAction),
        ("restrict", Self::Restrict),
        ("cascade", Self::Cascade),
        ("set_null", Self::SetNull),
        ("set_default", Self::SetDefault),
    ];

    /// The action of that name; SQL's spelling, with a blank, will do.
    pub(crate) fn read(word: &str) -> Option<Self> {
        let word = word.to_lowercase().replace(' ', "_");
        Self::WORDS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, action)| *action)
    }
}

impl ForeignKey {
    pub(super) fn new(columns: &[Column], input: &ReferenceInput) -> Self {
        let action = |slot: &crate::parse::Slot<syn::LitStr>| {
            slot.get()
                .and_then(|word| Action::read(&word.value()))
                .unwrap_or(Action::NoAction)
        };
        Self {
            name: naming::declared(&input.name),
            columns: super::table::positions(columns, &input.columns),
            target: input.target.clone(),
            to: input.to.clone(),
            on_delete: action(&input.on_delete),
            on_update: action(&input.on_update),
            deferrable: input.deferrable.get().copied(),
            span: input
                .target
                .segments
                .last()
                .map_or(input.span, |segment| segment.ident.span()),
        }
    }
}
