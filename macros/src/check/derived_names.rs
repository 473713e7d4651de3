use proc_macro2::Span;
use syn::LitStr;
use syn::ext::IdentExt;

use super::identifier::identifier;
use crate::errors::Errors;
use crate::model::{column_name, naming, table_name};
use crate::parse::{NameInput, Subject, TableInput};

/// A constraint, index or sequence of the table, and how it got its name.
struct Named<'t> {
    what: &'static str,
    /// What names of its kind start with; none for a sequence.
    prefix: &'static str,
    /// The name that it will have, if it can be known.
    name: Option<String>,
    /// What was declared, if something was.
    given: Option<&'t NameInput>,
    columns: Vec<String>,
    span: Span,
}

fn named(table: &TableInput) -> Vec<Named<'_>> {
    let owner = table_name(table);
    let columns = |fields: &[&proc_macro2::Ident]| -> Vec<String> {
        let name = |ident: &&proc_macro2::Ident| {
            let bare = ident.unraw();
            let field = table
                .fields
                .iter()
                .find(|field| field.ident.unraw() == bare);
            field.map_or_else(|| bare.to_string(), column_name)
        };
        fields.iter().map(name).collect()
    };
    let with = |convention: fn(&str, &[&str]) -> String, columns: &[String]| {
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        convention(&owner, &columns)
    };
    let mut all = Vec::new();
    for key in table.primary_keys.iter().take(1) {
        all.push(Named {
            what: "primary key",
            prefix: "pk_",
            name: naming::declared(&key.name).or_else(|| Some(naming::primary_key(&owner))),
            given: Some(&key.name),
            columns: Vec::new(),
            span: key.span,
        });
    }
    for unique in &table.uniques {
        let columns = columns(&unique.columns.iter().collect::<Vec<_>>());
        all.push(Named {
            what: "unique",
            prefix: "uq_",
            name: naming::declared(&unique.name).or_else(|| Some(with(naming::unique, &columns))),
            given: Some(&unique.name),
            columns,
            span: unique.span,
        });
    }
    for index in &table.indexes {
        let subjects = index
            .elements
            .iter()
            .filter_map(|element| match &element.subject {
                Subject::Column(name) => Some(name),
                Subject::Expression(_) => None,
            });
        let columns = columns(&subjects.collect::<Vec<_>>());
        let complete = columns.len() == index.elements.len();
        let convention = || complete.then(|| with(naming::index, &columns));
        all.push(Named {
            what: "index",
            prefix: "ix_",
            name: naming::declared(&index.name).or_else(convention),
            given: Some(&index.name),
            columns,
            span: index.span,
        });
    }
    for check in &table.checks {
        let exact = check.name.exact.get().map(LitStr::value);
        let part = check.name.name.get().map(LitStr::value);
        all.push(Named {
            what: "check",
            prefix: "ck_",
            columns: Vec::from_iter(part.clone()),
            name: exact.or_else(|| Some(naming::check(&owner, &part?))),
            given: Some(&check.name),
            span: check.span,
        });
    }
    for reference in &table.references {
        all.push(Named {
            what: "foreign key",
            prefix: "fk_",
            // By the convention it ends in the target's name, which only the compiler can add.
            name: naming::declared(&reference.name),
            given: Some(&reference.name),
            columns: columns(&reference.columns.iter().collect::<Vec<_>>()),
            span: reference.span,
        });
    }
    for field in &table.fields {
        if let Some(key) = field.serial.key().or(field.identity.key()) {
            let column = column_name(field);
            all.push(Named {
                what: "sequence",
                prefix: "",
                name: Some(naming::sequence(&owner, &column)),
                given: None,
                columns: vec![column],
                span: key.span(),
            });
        }
    }
    all
}

/// A name follows the convention (`name`) or is kept as it is (`exact_name`), not both.
pub(super) fn one_name_is_enough(table: &TableInput, errors: &Errors) {
    for named in named(table).iter().filter_map(|named| named.given) {
        if let (Some(_), Some(exact)) = (named.name.key(), named.exact.key()) {
            errors.on(
                exact,
                "`name` follows the convention and `exact_name` is kept as it is; there can be only one name. Keep one of the two",
            );
        }
    }
}

/// On a key or index `name` is the whole name, and starts as all names of its kind do; on a check it
/// is the last part.
pub(super) fn names_have_their_prefix(table: &TableInput, errors: &Errors) {
    for Named {
        what,
        prefix,
        given,
        ..
    } in named(table)
    {
        let Some(literal) = given.and_then(|given| given.name.get()) else {
            continue;
        };
        let text = literal.value();
        if what == "check" {
            if text.starts_with(prefix) {
                errors.on(
                    literal,
                    format_args!(
                        "on a check `name` is the last part, and `{}` comes before it by itself. Write what the check asks for, such as `name = \"idx_not_negative\"`, or `exact_name = \"{text}\"`",
                        naming::check(&table_name(table), "")
                    ),
                );
            }
        } else if !text.starts_with(prefix) {
            errors.on(
                literal,
                format_args!(
                    "the name of this {what} does not start with `{prefix}`, by which its kind is known. Write `name = \"{prefix}{text}\"`, or `exact_name = \"{text}\"` for a name that has to stay"
                ),
            );
        }
    }
}

/// The names that are declared are identifiers, and those that the convention makes are not cut:
/// Postgres cuts what is past 63 bytes without a word, and two names may become one.
pub(super) fn names_fit(table: &TableInput, errors: &Errors) {
    let owner = table_name(table);
    if owner.len() > naming::LONGEST {
        return;
    }
    for Named {
        what,
        prefix,
        name,
        given,
        columns,
        span,
    } in named(table)
    {
        let literal = given.and_then(|given| given.exact.get().or(given.name.get()));
        if columns.iter().any(|column| column.len() > naming::LONGEST) {
            continue; // The column's own name is what is too long.
        }
        let Some(name) = name else { continue };
        match literal {
            // A name that was there before may have been given by anyone: only its length counts.
            Some(literal) if given.is_some_and(|given| given.exact.is_given()) => {
                exact_name_fits(literal, errors);
            }
            Some(literal) => identifier(what, &name, "Write another", literal.span(), errors),
            None if name.len() > naming::LONGEST && prefix.is_empty() => errors.at(
                span,
                format_args!(
                    "the sequence of this column would be `{name}`, which has {} bytes, and Postgres cuts every name after {}. Give the table or the column a shorter name",
                    name.len(),
                    naming::LONGEST
                ),
            ),
            None if name.len() > naming::LONGEST => errors.at(
                span,
                format_args!(
                    "by the convention this {what} is called `{name}`, which has {} bytes, and Postgres cuts every name after {} without a word. Write a shorter one: `name = \"{}\"`",
                    name.len(),
                    naming::LONGEST,
                    shortened(prefix, &owner, &columns)
                ),
            ),
            None => {}
        }
    }
}

fn exact_name_fits(literal: &LitStr, errors: &Errors) {
    let bytes = literal.value().len();
    if bytes == 0 || bytes > naming::LONGEST {
        errors.on(
            literal,
            format_args!(
                "a name has 1 to {} bytes, and this one has {bytes}. Write the one that the database has",
                naming::LONGEST
            ),
        );
    }
}

/// A name that fits: the words of the columns, then those of the table, are cut to as many letters as
/// there is room for.
fn shortened(prefix: &str, table: &str, columns: &[String]) -> String {
    let cut = |name: &str, letters: usize| {
        let words = name
            .split('_')
            .map(|word| word.chars().take(letters).collect::<String>());
        words.collect::<Vec<_>>().join("_")
    };
    let columns = columns.join("_");
    let with = |table: &str, letters: usize| {
        let parts = [table, &cut(&columns, letters)].join("_");
        format!("{prefix}{}", parts.trim_end_matches('_'))
    };
    let whole_table = (1..=12).rev().map(|letters| with(table, letters));
    let cut_table = (1..=12)
        .rev()
        .map(|letters| with(&cut(table, letters), letters));
    let fits = |name: &String| name.len() <= naming::LONGEST;
    whole_table
        .chain(cut_table)
        .find(fits)
        .unwrap_or_else(|| format!("{prefix}.."))
}

/// Two constraints or indexes of a table do not have the same name.
pub(super) fn names_are_distinct(table: &TableInput, errors: &Errors) {
    let all = named(table);
    for (at, named) in all.iter().enumerate() {
        let Some(name) = &named.name else { continue };
        let Some(other) = all[..at]
            .iter()
            .find(|other| other.name.as_ref() == Some(name))
        else {
            continue;
        };
        // Two of one kind over the same columns repeat each other, which another rule says.
        if other.columns == named.columns && other.what == named.what && named.columns.len() > 1 {
            continue;
        }
        errors.at(
            named.given.and_then(|given| given.exact.get().or(given.name.get())).map_or(named.span, LitStr::span),
            format_args!(
                "this {} and a {} of the same table are both called `{name}`. Give one of them another name with `name = \"..\"`",
                named.what, other.what
            ),
        );
    }
}
