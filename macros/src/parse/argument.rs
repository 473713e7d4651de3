use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::Parser;
use syn::spanned::Spanned;
use syn::{Lit, LitStr, Path};

use super::item::{Form, Item};

/// What can stand behind a key.
pub(crate) trait Argument: Sized {
    /// # Errors
    ///
    /// When the item has another form than the key asks for.
    fn read(item: &Item) -> syn::Result<Self>;
}

/// A key that stands alone.
#[derive(Clone, Copy)]
pub(crate) struct Flag;

impl Argument for Flag {
    fn read(item: &Item) -> syn::Result<Self> {
        match &item.form {
            Form::Words(_, rest) if rest.is_empty() => Ok(Self),
            Form::Words(key, _) | Form::Value(key, _) | Form::List(key, _) => Err(
                syn::Error::new_spanned(item, format_args!("`{key}` stands alone: write `{key}`")),
            ),
            Form::Other => Err(syn::Error::new_spanned(item, "this stands alone")),
        }
    }
}

impl Argument for LitStr {
    fn read(item: &Item) -> syn::Result<Self> {
        let (key, value) = value(item, "\"..\"")?;
        syn::parse2(value.clone()).map_err(|_| {
            syn::Error::new_spanned(
                if value.is_empty() {
                    item.tokens.clone()
                } else {
                    value.clone()
                },
                format_args!("`{key}` takes a text: `{key} = \"..\"`"),
            )
        })
    }
}

impl Argument for Path {
    fn read(item: &Item) -> syn::Result<Self> {
        let (key, value) = value(item, "path")?;
        // `Path::parse_mod_style` takes `crate::a::b`, and no generic arguments.
        Self::parse_mod_style.parse2(value.clone()).map_err(|_| {
            syn::Error::new_spanned(
                if value.is_empty() {
                    item.tokens.clone()
                } else {
                    value.clone()
                },
                format_args!("`{key}` takes a path: `{key} = some::path`"),
            )
        })
    }
}

impl Argument for Ident {
    fn read(item: &Item) -> syn::Result<Self> {
        let (key, value) = value(item, "Name")?;
        syn::parse2(value.clone()).map_err(|_| {
            syn::Error::new_spanned(
                if value.is_empty() {
                    item.tokens.clone()
                } else {
                    value.clone()
                },
                format_args!("`{key}` takes the name of a struct: `{key} = Name`"),
            )
        })
    }
}

/// The text of a comment in the database.
pub(crate) enum Comment {
    Text(LitStr),
    /// `comment = doc`: the documentation comment.
    Documentation(Ident),
}

impl Argument for Comment {
    fn read(item: &Item) -> syn::Result<Self> {
        let (_, value) = value(item, "\"..\"")?;
        if let Ok(text) = syn::parse2(value.clone()) {
            return Ok(Self::Text(text));
        }
        match syn::parse2::<Ident>(value.clone()) {
            Ok(word) if word == "doc" => Ok(Self::Documentation(word)),
            _ => Err(syn::Error::new_spanned(
                item,
                "`comment` takes a text, or the word `doc` for the documentation comment: `comment = \"..\"`, `comment = doc`",
            )),
        }
    }
}

/// `default = "now()"`, an SQL expression; a number or a `bool` may stand for itself.
pub(crate) struct Default {
    pub(crate) expression: String,
    pub(crate) span: Span,
}

impl Argument for Default {
    fn read(item: &Item) -> syn::Result<Self> {
        let (_, value) = value(item, "\"..\"")?;
        let wrong = || {
            syn::Error::new_spanned(
                item,
                "`default` takes an SQL expression as a text, a number or a `bool`: `default = \"now()\"`, `default = 0`",
            )
        };
        let span = value.span();
        if let Ok(literal) = syn::parse2::<Lit>(value.clone()) {
            let expression = match literal {
                Lit::Str(text) => text.value(),
                Lit::Int(number) => number.base10_digits().to_owned(),
                Lit::Float(number) => number.base10_digits().to_owned(),
                Lit::Bool(truth) => truth.value.to_string(),
                _ => return Err(wrong()),
            };
            return Ok(Self { expression, span });
        }
        let negative = value.to_string().replace(' ', "");
        let digits = negative.strip_prefix('-').ok_or_else(wrong)?;
        match syn::parse_str::<Lit>(digits) {
            Ok(Lit::Int(_) | Lit::Float(_)) => Ok(Self {
                expression: negative,
                span,
            }),
            _ => Err(wrong()),
        }
    }
}

/// `identity`, `identity = "always"` or `identity = "by_default"`.
pub(crate) enum Identity {
    Always,
    ByDefault,
}

impl Argument for Identity {
    fn read(item: &Item) -> syn::Result<Self> {
        if let Form::Words(_, rest) = &item.form
            && rest.is_empty()
        {
            return Ok(Self::Always);
        }
        let text = LitStr::read(item)?;
        match text.value().replace(' ', "_").as_str() {
            "always" => Ok(Self::Always),
            "by_default" => Ok(Self::ByDefault),
            _ => Err(syn::Error::new_spanned(
                text,
                "`identity` is \"always\" (the database gives every value; what `identity` alone means) or \"by_default\" (an INSERT may give one)",
            )),
        }
    }
}

/// A list of names: `columns(a, b)`.
impl Argument for Vec<Ident> {
    fn read(item: &Item) -> syn::Result<Self> {
        let Form::List(key, list) = &item.form else {
            return Err(syn::Error::new_spanned(
                item,
                match item.key() {
                    Some(key) => format!("`{key}` takes a list: `{key}(a, b)`"),
                    None => "this takes a list".to_owned(),
                },
            ));
        };
        Item::split(list.clone())
            .iter()
            .map(|item| match &item.form {
                Form::Words(name, rest) if rest.is_empty() => Ok(name.clone()),
                _ => Err(syn::Error::new_spanned(
                    item,
                    format_args!("`{key}(..)` takes the names of fields, separated by commas"),
                )),
            })
            .collect()
    }
}

/// A list of paths: `tables(Document, chunks::DocumentChunk)`.
impl Argument for Vec<Path> {
    fn read(item: &Item) -> syn::Result<Self> {
        let Form::List(key, list) = &item.form else {
            return Err(syn::Error::new_spanned(
                item,
                match item.key() {
                    Some(key) => format!("`{key}` takes a list: `{key}(A, B)`"),
                    None => "this takes a list".to_owned(),
                },
            ));
        };
        Item::split(list.clone())
            .iter()
            .map(|item| {
                Path::parse_mod_style
                    .parse2(item.tokens.clone())
                    .map_err(|_| {
                        syn::Error::new_spanned(
                            item,
                            format_args!(
                                "`{key}(..)` takes the paths of structs, separated by commas"
                            ),
                        )
                    })
            })
            .collect()
    }
}

/// The key and what stands behind its `=`.
fn value<'i>(item: &'i Item, example: &str) -> syn::Result<(&'i Ident, &'i TokenStream)> {
    match &item.form {
        Form::Value(key, value) => Ok((key, value)),
        Form::Words(key, _) | Form::List(key, _) => Err(syn::Error::new_spanned(
            item,
            format_args!("`{key}` needs a value: `{key} = {example}`"),
        )),
        Form::Other => Err(syn::Error::new_spanned(
            item,
            "this needs a key and a value",
        )),
    }
}
