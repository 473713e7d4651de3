use crate::errors::Errors;
use crate::parse::{Subject, TableInput};

/// A check has a condition.
pub(super) fn check_has_a_condition(table: &TableInput, errors: &Errors) {
    for check in table
        .checks
        .iter()
        .filter(|check| check.expression.is_none())
    {
        errors.at(
            check.span,
            "this check has no condition. Write it first, in SQL: `#[check(\"idx >= 0\", name = \"idx_not_negative\")]`",
        );
    }
}

/// A check has a name: the one that the error carries when a row breaks it.
pub(super) fn check_has_a_name(table: &TableInput, errors: &Errors) {
    for check in table.checks.iter().filter(|check| !check.name.is_given()) {
        errors.at(
            check.span,
            format_args!(
                "this check has no name, and the name is all that an error says of it when a row breaks it. Write what it asks for: `name = \"idx_not_negative\"` makes `ck_{}_idx_not_negative`",
                crate::model::table_name(table)
            ),
        );
    }
}

/// SQL in a check, an index or a column is not empty, and its parentheses and quotes are closed: what
/// is left open would swallow the rest of the statement.
pub(super) fn expressions_are_balanced(table: &TableInput, errors: &Errors) {
    let checks = table
        .checks
        .iter()
        .filter_map(|check| check.expression.as_ref());
    let predicates = table
        .indexes
        .iter()
        .filter_map(|index| index.predicate.get());
    for text in checks.clone().chain(predicates.clone()) {
        if text.value().trim().is_empty() {
            errors.on(text, "this condition is empty. Write SQL, or take it away");
        }
    }
    let elements = table.indexes.iter().flat_map(|index| &index.elements);
    let expressions = elements.filter_map(|element| match &element.subject {
        Subject::Expression(text) => Some(text),
        Subject::Column(_) => None,
    });
    let generated = table
        .fields
        .iter()
        .filter_map(|field| field.generated.get());
    for text in checks.chain(predicates).chain(expressions).chain(generated) {
        if let Some(fault) = unbalanced(&text.value()) {
            errors.on(
                text,
                format_args!("{fault} in this SQL. Postgres would refuse it"),
            );
        }
    }
    for default in table.fields.iter().filter_map(|field| field.default.get()) {
        if let Some(fault) = unbalanced(&default.expression) {
            errors.at(
                default.span,
                format_args!("{fault} in this SQL. Postgres would refuse it"),
            );
        }
    }
}

/// What is not closed, outside of quoted texts and names.
fn unbalanced(sql: &str) -> Option<&'static str> {
    let mut open = Vec::new();
    let mut quote = None;
    for character in sql.chars() {
        match (quote, character) {
            (Some(mark), _) if mark == character => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            (None, '(' | '[') => open.push(character),
            (None, ')') if open.pop() != Some('(') => return Some("a `)` closes nothing"),
            (None, ']') if open.pop() != Some('[') => return Some("a `]` closes nothing"),
            (None, _) => {}
        }
    }
    match (quote, open.last()) {
        (Some(_), _) => Some("a quote is not closed"),
        (None, Some('(')) => Some("a `(` is not closed"),
        (None, Some(_)) => Some("a `[` is not closed"),
        (None, None) => None,
    }
}
