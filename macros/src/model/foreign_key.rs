use proc_macro2::{Ident, Span};
use syn::{LitStr, Path};

use super::table::positions;
use super::{Column, naming};
use crate::parse::{Deferrable, ReferenceInput, Slot};

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
    /// The actions that empty the referencing columns, with where they were written.
    pub(crate) emptying: Vec<(Action, Span)>,
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
        let ReferenceInput {
            target,
            to,
            columns: fields,
            on_delete,
            on_update,
            deferrable,
            unindexed: _,
            name,
            span,
        } = input;
        let action = |slot: &Slot<LitStr>| Action::read(&slot.get()?.value());
        let emptying = [on_delete, on_update].into_iter().filter_map(|slot| {
            let action = action(slot)?;
            matches!(action, Action::SetNull | Action::SetDefault)
                .then_some((action, slot.get()?.span()))
        });
        Self {
            name: naming::declared(name),
            columns: positions(columns, fields),
            target: target.clone(),
            to: to.clone(),
            on_delete: action(on_delete).unwrap_or(Action::NoAction),
            on_update: action(on_update).unwrap_or(Action::NoAction),
            emptying: emptying.collect(),
            deferrable: deferrable.get().copied(),
            span: target
                .segments
                .last()
                .map_or(*span, |segment| segment.ident.span()),
        }
    }
}
