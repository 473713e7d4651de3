use heck::ToSnakeCase;
use proc_macro2::Span;

use super::reserved;
use crate::errors::Errors;
use crate::model::naming::LONGEST;

/// A name is in snake_case (`a` to `z`, digits and `_`, not starting with a digit), has at most 63
/// bytes and is not a reserved word. `what` says whose name it is, `remedy` where to write another.
pub(super) fn identifier(what: &str, name: &str, remedy: &str, span: Span, errors: &Errors) {
    if name.is_empty() {
        errors.at(
            span,
            format_args!("the name of this {what} is empty. {remedy}"),
        );
    } else if !is_snake_case(name) {
        let snake = name.to_snake_case();
        let proposal = if is_snake_case(&snake) && snake != name {
            format!(", such as `{snake}`")
        } else {
            String::new()
        };
        errors.at(
            span,
            format_args!(
                "`{name}` is not a name for a {what}: a name has small letters `a` to `z`, digits and `_`, and does not start with a digit, so that nobody ever has to quote it. {remedy}{proposal}"
            ),
        );
    } else if name.len() > LONGEST {
        errors.at(
            span,
            format_args!(
                "`{name}` has {} bytes, and Postgres cuts every name after {LONGEST} without a word. {remedy}",
                name.len()
            ),
        );
    } else if reserved::is_word(name) {
        errors.at(
            span,
            format_args!(
                "`{name}` is a reserved word of SQL: everyone who types a query would have to quote it. {remedy}"
            ),
        );
    }
}

pub(super) fn is_snake_case(name: &str) -> bool {
    let letter = |c: char| c.is_ascii_lowercase() || c == '_';
    name.starts_with(letter) && name.chars().all(|c| letter(c) || c.is_ascii_digit())
}
