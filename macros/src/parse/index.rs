use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, LitStr};

use super::constraint::read_nulls;
use super::item::{Form, Item};
use super::keys::unknown_beside_columns;
use super::{Flag, NameInput, Nulls, Slot};
use crate::errors::Errors;

/// `#[index]` on a field, or `#[index(a, b desc, ..)]` on the struct.
pub(crate) struct IndexInput {
    pub(crate) elements: Vec<ElementInput>,
    pub(crate) unique: Slot<Flag>,
    pub(crate) nulls: Slot<Nulls>,
    pub(crate) method: Slot<LitStr>,
    pub(crate) predicate: Slot<LitStr>,
    pub(crate) include: Slot<Vec<Ident>>,
    pub(crate) classes: Slot<Classes>,
    pub(crate) parameters: Slot<Vec<(Ident, String)>>,
    pub(crate) allow_redundant: Slot<Flag>,
    pub(crate) name: NameInput,
    pub(crate) span: Span,
}

/// A column or an expression, with its direction.
pub(crate) struct ElementInput {
    pub(crate) subject: Subject,
    pub(crate) descending: bool,
    /// `Some(true)` is NULLS FIRST.
    pub(crate) nulls_first: Option<bool>,
}

pub(crate) enum Subject {
    Column(Ident),
    Expression(LitStr),
}

/// Operator classes: `ops = ".."` for the only element, `ops(column = "..")` for some of several.
pub(crate) enum Classes {
    Only(LitStr),
    Each(Vec<(Ident, LitStr)>),
}

const KEYS: [&str; 13] = [
    "unique",
    "nulls_distinct",
    "nulls_not_distinct",
    "using",
    "where",
    "include",
    "ops",
    "with",
    "expression",
    "allow_redundant",
    "name",
    "exact_name",
    "desc",
];

impl IndexInput {
    /// Reads the list; `field` is the field on which the attribute stands.
    pub(crate) fn parse(
        span: Span,
        list: TokenStream,
        field: Option<&Ident>,
        errors: &Errors,
    ) -> Self {
        let mut index = Self {
            elements: field
                .cloned()
                .map(ElementInput::column)
                .into_iter()
                .collect(),
            unique: Slot::default(),
            nulls: Slot::default(),
            method: Slot::default(),
            predicate: Slot::default(),
            include: Slot::default(),
            classes: Slot::default(),
            parameters: Slot::default(),
            allow_redundant: Slot::default(),
            name: NameInput::default(),
            span,
        };
        for item in Item::split(list) {
            index.item(&item, field, errors);
        }
        index
    }

    fn item(&mut self, item: &Item, field: Option<&Ident>, errors: &Errors) {
        let key = item.key().map(ToString::to_string);
        match (&item.form, key.as_deref()) {
            (_, Some("unique")) => self.unique.fill(item, errors),
            (_, Some("nulls_distinct" | "nulls_not_distinct")) => {
                read_nulls(&mut self.nulls, item, errors);
            }
            (_, Some("allow_redundant")) => self.allow_redundant.fill(item, errors),
            (Form::Value(..) | Form::List(..), Some("using")) => self.method.fill(item, errors),
            (Form::Value(..) | Form::List(..), Some("where")) => self.predicate.fill(item, errors),
            (Form::Value(..) | Form::List(..), Some("name")) => self.name.name.fill(item, errors),
            (Form::Value(..) | Form::List(..), Some("exact_name")) => {
                self.name.exact.fill(item, errors);
            }
            (Form::Value(..) | Form::List(..), Some("include")) => self.include.fill(item, errors),
            (Form::List(key, list), Some("ops")) => {
                let classes = each_class(list, errors);
                self.classes.put(key, classes.map(Classes::Each), errors);
            }
            (Form::Value(key, _), Some("ops")) => {
                let mut only = Slot::<LitStr>::default();
                only.fill(item, errors);
                self.classes
                    .put(key, only.get().cloned().map(Classes::Only), errors);
            }
            (Form::List(key, list), Some("with")) => {
                self.parameters.put(key, parameters(list, errors), errors);
            }
            (Form::Value(..), Some("with")) => wrong_parameters(item, errors),
            (Form::Value(_, value) | Form::List(_, value), Some("expression")) => {
                self.elements.extend(expression(item, value, errors));
            }
            (Form::Words(first, rest), _) if field.is_some() => {
                // On a field the column is known, and only its direction can be said.
                let mut words = vec![first.clone()];
                words.extend(rest.iter().cloned());
                if !self
                    .elements
                    .first_mut()
                    .is_some_and(|element| element.directed(&words))
                {
                    unknown_beside_columns("index", item, &KEYS, field, errors);
                }
            }
            (Form::Words(column, rest), _) => {
                let mut element = ElementInput::column(column.clone());
                if element.directed(rest) {
                    self.elements.push(element);
                } else {
                    wrong_direction(item, errors);
                }
            }
            _ => unknown_beside_columns("index", item, &KEYS[..12], field, errors),
        }
    }
}

impl ElementInput {
    fn column(name: Ident) -> Self {
        Self {
            subject: Subject::Column(name),
            descending: false,
            nulls_first: None,
        }
    }

    /// Takes in `desc nulls_last` and the like; false if these are other words.
    fn directed(&mut self, words: &[Ident]) -> bool {
        for word in words {
            match word.to_string().as_str() {
                "asc" => self.descending = false,
                "desc" => self.descending = true,
                "nulls_first" => self.nulls_first = Some(true),
                "nulls_last" => self.nulls_first = Some(false),
                _ => return false,
            }
        }
        true
    }
}

fn wrong_direction(tokens: impl ToTokens, errors: &Errors) {
    errors.on(
        tokens,
        "behind an index's column stand `asc` or `desc`, then `nulls_first` or `nulls_last`: `#[index(created_at desc nulls_last)]`",
    );
}

/// `expression = "lower(email)" desc`.
fn expression(item: &Item, value: &TokenStream, errors: &Errors) -> Option<ElementInput> {
    let mut tokens = value.clone().into_iter();
    let text = tokens.next().map(TokenStream::from);
    let is_value = matches!(item.form, Form::Value(..));
    let Some(Ok(text)) = text.filter(|_| is_value).map(syn::parse2::<LitStr>) else {
        errors.on(
            item,
            "`expression` takes SQL as a text: `expression = \"lower(email)\"`",
        );
        return None;
    };
    let words = tokens.map(|token| match token {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let mut element = ElementInput {
        subject: Subject::Expression(text),
        descending: false,
        nulls_first: None,
    };
    if words
        .collect::<Option<Vec<_>>>()
        .is_some_and(|words| element.directed(&words))
    {
        return Some(element);
    }
    wrong_direction(item, errors);
    None
}

/// `ops(content = "gin_trgm_ops")`.
fn each_class(list: &TokenStream, errors: &Errors) -> Option<Vec<(Ident, LitStr)>> {
    let classes = Item::split(list.clone())
        .into_iter()
        .map(|item| match &item.form {
            Form::Value(column, value) => match syn::parse2::<LitStr>(value.clone()) {
                Ok(class) => Some((column.clone(), class)),
                Err(_) => wrong_class(&item, errors),
            },
            _ => wrong_class(&item, errors),
        });
    classes.collect()
}

fn wrong_class<T>(item: &Item, errors: &Errors) -> Option<T> {
    errors.on(
        item,
        "`ops` names the operator class of a column: `ops(content = \"gin_trgm_ops\")`, or `ops = \"gin_trgm_ops\"` where the index has one column",
    );
    None
}

/// `with(fillfactor = 70)`.
fn parameters(list: &TokenStream, errors: &Errors) -> Option<Vec<(Ident, String)>> {
    let parameters = Item::split(list.clone()).into_iter().map(|item| {
        let value = match &item.form {
            Form::Value(key, value) => syn::parse2::<Lit>(value.clone()).ok().map(|lit| (key, lit)),
            _ => None,
        };
        let text = value.and_then(|(key, literal)| {
            let text = match literal {
                Lit::Str(text) => text.value(),
                Lit::Int(number) => number.base10_digits().to_owned(),
                Lit::Float(number) => number.base10_digits().to_owned(),
                Lit::Bool(truth) => truth.value.to_string(),
                _ => return None,
            };
            Some((key.clone(), text))
        });
        if text.is_none() {
            wrong_parameters(&item, errors);
        }
        text
    });
    parameters.collect()
}

fn wrong_parameters(item: &Item, errors: &Errors) {
    errors.on(
        item,
        "`with(..)` takes storage parameters, each a number, a `bool` or a text: `with(fillfactor = 70)`",
    );
}

impl Classes {
    /// As it was written.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Only(class) => class.value(),
            Self::Each(classes) => {
                let classes = classes
                    .iter()
                    .map(|(column, class)| format!("{column} {}", class.value()));
                classes.collect::<Vec<_>>().join(", ")
            }
        }
    }
}
