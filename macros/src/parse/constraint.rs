use proc_macro2::{Ident, Span, TokenStream};
use syn::LitStr;

use super::item::{Form, Item};
use super::keys::{unknown, unknown_beside_columns};
use super::{Flag, Slot};
use crate::errors::Errors;

/// `name = ".."` and `exact_name = ".."`.
#[derive(Default)]
pub(crate) struct NameInput {
    /// A name that follows the convention.
    pub(crate) name: Slot<LitStr>,
    /// A name that stays as it is.
    pub(crate) exact: Slot<LitStr>,
}

impl NameInput {
    /// Whether a name was declared, readable or not.
    pub(crate) fn is_given(&self) -> bool {
        self.name.is_given() || self.exact.is_given()
    }
}

/// `#[primary_key]` on a field, or `#[primary_key(a, b)]` on the struct.
pub(crate) struct KeyInput {
    pub(crate) columns: Vec<Ident>,
    pub(crate) name: NameInput,
    /// Where the attribute stands.
    pub(crate) span: Span,
}

/// How NULLs compare in a unique.
#[derive(Clone, Copy)]
pub(crate) enum Nulls {
    Distinct,
    NotDistinct,
}

/// `#[unique]` on a field, or `#[unique(a, b)]` on the struct.
pub(crate) struct UniqueInput {
    pub(crate) columns: Vec<Ident>,
    pub(crate) nulls: Slot<Nulls>,
    pub(crate) allow_redundant: Slot<Flag>,
    pub(crate) name: NameInput,
    pub(crate) span: Span,
}

/// `#[check("idx >= 0", name = "idx_not_negative")]`.
pub(crate) struct CheckInput {
    pub(crate) expression: Option<LitStr>,
    pub(crate) name: NameInput,
    pub(crate) span: Span,
}

impl KeyInput {
    /// Reads the list; `field` is the field on which the attribute stands.
    pub(crate) fn parse(
        span: Span,
        list: TokenStream,
        field: Option<&Ident>,
        errors: &Errors,
    ) -> Self {
        let mut columns = Vec::from_iter(field.cloned());
        let mut name = NameInput::default();
        for item in Item::split(list) {
            match (&item.form, item.key().map(ToString::to_string).as_deref()) {
                (Form::Value(..) | Form::List(..), Some("name")) => name.name.fill(&item, errors),
                (Form::Value(..) | Form::List(..), Some("exact_name")) => {
                    name.exact.fill(&item, errors);
                }
                (Form::Words(column, rest), _) if field.is_none() && rest.is_empty() => {
                    columns.push(column.clone());
                }
                _ => {
                    let keys = ["name", "exact_name"];
                    unknown_beside_columns("primary_key", &item, &keys, field, errors);
                }
            }
        }
        Self {
            columns,
            name,
            span,
        }
    }
}

impl UniqueInput {
    const KEYS: [&str; 5] = [
        "nulls_distinct",
        "nulls_not_distinct",
        "allow_redundant",
        "name",
        "exact_name",
    ];

    /// Reads the list; `field` is the field on which the attribute stands.
    pub(crate) fn parse(
        span: Span,
        list: TokenStream,
        field: Option<&Ident>,
        errors: &Errors,
    ) -> Self {
        let mut unique = Self {
            columns: Vec::from_iter(field.cloned()),
            nulls: Slot::default(),
            allow_redundant: Slot::default(),
            name: NameInput::default(),
            span,
        };
        for item in Item::split(list) {
            match (&item.form, item.key().map(ToString::to_string).as_deref()) {
                (_, Some("nulls_distinct" | "nulls_not_distinct")) => {
                    read_nulls(&mut unique.nulls, &item, errors);
                }
                (_, Some("allow_redundant")) => unique.allow_redundant.fill(&item, errors),
                (Form::Value(..) | Form::List(..), Some("name")) => {
                    unique.name.name.fill(&item, errors);
                }
                (Form::Value(..) | Form::List(..), Some("exact_name")) => {
                    unique.name.exact.fill(&item, errors);
                }
                (Form::Words(column, rest), _) if field.is_none() && rest.is_empty() => {
                    unique.columns.push(column.clone());
                }
                _ => unknown_beside_columns("unique", &item, &Self::KEYS, field, errors),
            }
        }
        unique
    }
}

/// Reads `nulls_distinct` or `nulls_not_distinct`, of which one is enough.
pub(crate) fn read_nulls(slot: &mut Slot<Nulls>, item: &Item, errors: &Errors) {
    let mut flag = Slot::<Flag>::default();
    flag.fill(item, errors);
    if let Some(key) = flag.key() {
        let nulls = if key == "nulls_distinct" {
            Nulls::Distinct
        } else {
            Nulls::NotDistinct
        };
        slot.put(key, flag.get().map(|_| nulls), errors);
    }
}

impl CheckInput {
    pub(crate) fn parse(span: Span, list: TokenStream, errors: &Errors) -> Self {
        let mut check = Self {
            expression: None,
            name: NameInput::default(),
            span,
        };
        for item in Item::split(list) {
            match item.key().map(ToString::to_string).as_deref() {
                Some("name") => check.name.name.fill(&item, errors),
                Some("exact_name") => check.name.exact.fill(&item, errors),
                Some(_) => unknown("check", &item, &["name", "exact_name"], errors),
                None => match syn::parse2::<LitStr>(item.tokens.clone()) {
                    Ok(_) if check.expression.is_some() => errors.on(
                        &item,
                        "a check has one condition. Join two with AND, or write a second `#[check(..)]`",
                    ),
                    Ok(text) => check.expression = Some(text),
                    Err(_) => errors.on(
                        &item,
                        "the condition of a check is SQL, given as a text: `#[check(\"idx >= 0\", name = \"idx_not_negative\")]`",
                    ),
                },
            }
        }
        check
    }
}
