use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::Parser;
use syn::{LitStr, Path};

use super::item::{Form, Item};
use super::keys::unknown;
use super::{Flag, NameInput, Slot};
use crate::errors::Errors;

/// `#[references(Target)]` on a field, or `#[references(Target, columns(a, b), to(x, y))]` on the struct.
pub(crate) struct ReferenceInput {
    /// The target's struct.
    pub(crate) target: Path,
    /// The referenced fields, where the attribute names them.
    pub(crate) to: Option<Vec<Ident>>,
    /// The referencing fields.
    pub(crate) columns: Vec<Ident>,
    pub(crate) on_delete: Slot<LitStr>,
    pub(crate) on_update: Slot<LitStr>,
    pub(crate) deferrable: Slot<Deferrable>,
    pub(crate) unindexed: Slot<Flag>,
    pub(crate) name: NameInput,
    pub(crate) span: Span,
}

/// `deferrable`, or `deferrable = "initially_deferred"`.
#[derive(Clone, Copy)]
pub(crate) enum Deferrable {
    InitiallyImmediate,
    InitiallyDeferred,
}

const KEYS: [&str; 8] = [
    "columns",
    "to",
    "on_delete",
    "on_update",
    "deferrable",
    "unindexed",
    "name",
    "exact_name",
];

impl ReferenceInput {
    /// Reads the list; `field` is the field on which the attribute stands.
    pub(crate) fn parse(
        span: Span,
        list: TokenStream,
        field: Option<&Ident>,
        errors: &Errors,
    ) -> Option<Self> {
        let items = Item::split(list);
        let Some((first, rest)) = items.split_first() else {
            errors.at(
                span,
                "`#[references(..)]` names the table that is referenced: `#[references(Document)]` for its primary key, `#[references(Document::source_id)]` for another key",
            );
            return None;
        };
        let Ok(path) = Path::parse_mod_style.parse2(first.tokens.clone()) else {
            errors.on(
                first,
                "the first thing in `#[references(..)]` is the struct of the table that is referenced: `#[references(Document)]`, `#[references(rag::Document::id)]`",
            );
            return None;
        };
        let (target, column) = split_column(path);
        let mut reference = Self {
            target,
            to: None,
            columns: Vec::from_iter(field.cloned()),
            on_delete: Slot::default(),
            on_update: Slot::default(),
            deferrable: Slot::default(),
            unindexed: Slot::default(),
            name: NameInput::default(),
            span,
        };
        let (mut columns, mut to) = (Slot::<Vec<Ident>>::default(), Slot::<Vec<Ident>>::default());
        for item in rest {
            match item.key().map(ToString::to_string).as_deref() {
                Some("columns") if field.is_none() => columns.fill(item, errors),
                Some("to") => to.fill(item, errors),
                Some("on_delete") => reference.on_delete.fill(item, errors),
                Some("on_update") => reference.on_update.fill(item, errors),
                Some("deferrable") => deferrable(&mut reference.deferrable, item, errors),
                Some("unindexed") => reference.unindexed.fill(item, errors),
                Some("name") => reference.name.name.fill(item, errors),
                Some("exact_name") => reference.name.exact.fill(item, errors),
                Some("columns") => errors.on(
                    item,
                    "on a field the referencing column is that field. For a key of several columns write `#[references(Target, columns(a, b))]` on the struct",
                ),
                _ => unknown("references", item, &KEYS, errors),
            }
        }
        reference
            .columns
            .extend(columns.get().into_iter().flatten().cloned());
        reference.to = match (column, to.get()) {
            (Some(column), None) => Some(vec![column]),
            (None, to) => to.cloned(),
            (Some(column), Some(_)) => {
                errors.on(
                    column,
                    "the referenced columns are named twice, here and in `to(..)`. Keep one",
                );
                None
            }
        };
        Some(reference)
    }
}

/// A last segment in snake_case after one in CamelCase is a column; everything else is a path.
fn split_column(mut path: Path) -> (Path, Option<Ident>) {
    let mut segments = path.segments.iter().rev();
    let is_column = match (segments.next(), segments.next()) {
        (Some(last), Some(before)) => {
            let starts_lower = |name: &Ident| {
                let name = name.to_string();
                let name = name.trim_start_matches("r#");
                name.starts_with(|first: char| first.is_lowercase() || first == '_')
            };
            starts_lower(&last.ident) && !starts_lower(&before.ident)
        }
        _ => false,
    };
    if !is_column {
        return (path, None);
    }
    let column = path.segments.pop().map(|last| last.ident);
    path.segments.pop_punct();
    (path, column)
}

fn deferrable(slot: &mut Slot<Deferrable>, item: &Item, errors: &Errors) {
    let Some(key) = item.key() else { return };
    let text = match &item.form {
        Form::Words(_, rest) if rest.is_empty() => Some("initially_immediate".to_owned()),
        Form::Value(_, value) => syn::parse2::<LitStr>(value.clone())
            .ok()
            .map(|text| text.value().replace(' ', "_")),
        _ => None,
    };
    let value = match text.as_deref() {
        Some("initially_immediate") => Some(Deferrable::InitiallyImmediate),
        Some("initially_deferred") => Some(Deferrable::InitiallyDeferred),
        _ => {
            errors.on(
                item,
                "`deferrable` stands alone (checked at once unless the transaction says otherwise), or says `deferrable = \"initially_deferred\"` (checked at commit)",
            );
            None
        }
    };
    slot.put(key, value, errors);
}
