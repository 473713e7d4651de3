use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;

/// One comma-separated item in the list of an attribute.
///
/// The list is split before the items are read, so that an error in one leaves the others readable.
pub(crate) struct Item {
    /// All of it, for messages.
    pub(crate) tokens: TokenStream,
    pub(crate) form: Form,
}

pub(crate) enum Form {
    /// `unique`, or `created_at desc nulls_first`.
    Words(Ident, Vec<Ident>),
    /// `name = "pk_users"`.
    Value(Ident, TokenStream),
    /// `columns(a, b)`.
    List(Ident, TokenStream),
    /// A literal, a path, or what cannot be read.
    Other,
}

impl Item {
    /// The items of a list.
    pub(crate) fn split(list: TokenStream) -> Vec<Self> {
        let mut items = Vec::new();
        let mut current = Vec::new();
        for token in list {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ',' => {
                    items.push(std::mem::take(&mut current));
                }
                token => current.push(token),
            }
        }
        items.push(current);
        items
            .into_iter()
            .filter(|tokens| !tokens.is_empty())
            .map(Self::new)
            .collect()
    }

    fn new(tokens: Vec<TokenTree>) -> Self {
        let form = Form::of(&tokens);
        Self {
            tokens: tokens.into_iter().collect(),
            form,
        }
    }

    /// The word with which it starts.
    pub(crate) fn key(&self) -> Option<&Ident> {
        match &self.form {
            Form::Words(key, _) | Form::Value(key, _) | Form::List(key, _) => Some(key),
            Form::Other => None,
        }
    }
}

impl Form {
    fn of(tokens: &[TokenTree]) -> Self {
        match tokens {
            [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
                if equals.as_char() == '=' =>
            {
                Self::Value(key.clone(), value.iter().cloned().collect())
            }
            [TokenTree::Ident(key), TokenTree::Group(group)]
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                Self::List(key.clone(), group.stream())
            }
            [TokenTree::Ident(key), rest @ ..] => {
                let words = rest.iter().map(|token| match token {
                    TokenTree::Ident(word) => Some(word.clone()),
                    _ => None,
                });
                match words.collect() {
                    Some(words) => Self::Words(key.clone(), words),
                    None => Self::Other,
                }
            }
            _ => Self::Other,
        }
    }
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.tokens.to_tokens(tokens);
    }
}
