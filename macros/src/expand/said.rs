use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

/// A descriptor in the making: what was declared, over what says nothing. Most of a descriptor says
/// nothing, and what is not written need not be read by rustc.
pub(super) struct Said {
    descriptor: TokenStream,
    rest: TokenStream,
    fields: TokenStream,
}

impl Said {
    /// A descriptor of that type, like `rest` but for the fields to come.
    pub(super) fn new(descriptor: TokenStream, rest: TokenStream) -> Self {
        Self {
            descriptor,
            rest,
            fields: TokenStream::new(),
        }
    }

    pub(super) fn value(&mut self, field: &str, value: &TokenStream) {
        let field = format_ident!("{field}");
        self.fields.extend(quote!(#field: #value,));
    }

    pub(super) fn text(&mut self, field: &str, text: &str) {
        self.value(field, &quote!(#text));
    }

    pub(super) fn optional(&mut self, field: &str, value: Option<TokenStream>) {
        if let Some(value) = value {
            self.value(field, &quote!(__private::Some(#value)));
        }
    }

    pub(super) fn optional_text(&mut self, field: &str, text: Option<&str>) {
        self.optional(field, text.map(|text| quote!(#text)));
    }

    pub(super) fn list(&mut self, field: &str, values: impl Iterator<Item = TokenStream>) {
        let mut values = values.peekable();
        if values.peek().is_some() {
            self.value(field, &quote!(&[#(#values),*]));
        }
    }
}

impl ToTokens for Said {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self {
            descriptor,
            rest,
            fields,
        } = self;
        tokens.extend(if fields.is_empty() {
            quote!(#rest)
        } else {
            quote!(#descriptor { #fields ..#rest })
        });
    }
}
