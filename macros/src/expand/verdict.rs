use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

/// A check that the compiler evaluates; its message appears where `span` is.
pub(super) fn verdict(span: Span, check: &TokenStream) -> TokenStream {
    quote_spanned! {span=>
        const _: () = {
            let verdict = #check;
            if let __private::Some(message) = verdict.message() {
                ::core::panic!("{}", message)
            }
        };
    }
}
