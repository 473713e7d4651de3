use proc_macro2::{Ident, Span};
use syn::LitStr;
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::parse::{Classes, IndexInput, Subject, TableInput};

/// A set of columns that the table keeps an index for.
struct Indexed {
    what: &'static str,
    columns: Vec<String>,
    span: Span,
    allowed: bool,
}

impl Indexed {
    fn new<'c>(
        what: &'static str,
        columns: impl IntoIterator<Item = &'c Ident>,
        span: Span,
        allowed: bool,
    ) -> Self {
        let columns = columns
            .into_iter()
            .map(|column| column.unraw().to_string())
            .collect();
        Self {
            what,
            columns,
            span,
            allowed,
        }
    }

    fn has_columns_of(&self, other: &Self) -> bool {
        let sorted = |columns: &[String]| {
            let mut columns = columns.to_vec();
            columns.sort_unstable();
            columns
        };
        !self.columns.is_empty() && sorted(&self.columns) == sorted(&other.columns)
    }

    fn text(&self) -> String {
        format!("{} ({})", self.what, self.columns.join(", "))
    }
}

/// What tells every row from all others: the primary key, unique constraints and whole unique indexes.
fn keys(table: &TableInput) -> Vec<Indexed> {
    let primary = table
        .primary_keys
        .iter()
        .take(1)
        .map(|key| Indexed::new("the primary key", &key.columns, key.span, true));
    let uniques = table.uniques.iter().map(|unique| {
        let allowed = unique.allow_redundant.is_given();
        Indexed::new("the unique", &unique.columns, unique.span, allowed)
    });
    let indexes = table
        .indexes
        .iter()
        .filter(|index| index.unique.is_given())
        .filter_map(|index| {
            let allowed = index.allow_redundant.is_given();
            Some(Indexed::new(
                "the unique index",
                plain(index)?,
                index.span,
                allowed,
            ))
        });
    primary.chain(uniques).chain(indexes).collect()
}

/// The columns of an index that holds nothing else: a B-tree over whole columns of all rows.
fn plain(index: &IndexInput) -> Option<Vec<&Ident>> {
    let special = index.predicate.is_given()
        || index.include.is_given()
        || index.classes.is_given()
        || index
            .method
            .get()
            .is_some_and(|method| method.value() != "btree");
    let first = index.elements.first()?;
    let mixed = index.elements.iter().any(|element| {
        element.descending != first.descending || element.nulls_first != first.nulls_first
    });
    if special || mixed {
        return None;
    }
    let columns = index.elements.iter().map(|element| match &element.subject {
        Subject::Column(name) => Some(name),
        Subject::Expression(_) => None,
    });
    columns.collect()
}

/// A unique does not repeat the primary key or another unique, in any order of its columns: a second
/// index would be kept up to date by every write and forbid nothing new.
pub(super) fn uniques_do_not_repeat_a_key(table: &TableInput, errors: &Errors) {
    let keys = keys(table);
    for (at, key) in keys.iter().enumerate().filter(|(_, key)| !key.allowed) {
        if let Some(other) = keys[..at].iter().find(|other| other.has_columns_of(key)) {
            errors.at(
                key.span,
                format_args!(
                    "{} repeats {}: every write would keep two indexes, and the second forbids nothing new. Take it away, or write `allow_redundant` in it",
                    key.text(),
                    other.text()
                ),
            );
        }
    }
}

/// An index does not repeat a key, whose own index serves the same look-ups, or another index.
pub(super) fn indexes_do_not_repeat_a_key(table: &TableInput, errors: &Errors) {
    let keys = keys(table);
    for (at, index) in table.indexes.iter().enumerate() {
        if index.unique.is_given() || index.allow_redundant.is_given() {
            continue;
        }
        let twin = table.indexes[..at].iter().find(|other| same(other, index));
        if twin.is_some() {
            errors.at(
                index.span,
                "this index is declared before, exactly so: every write would keep two, and reads need one. Take it away",
            );
            continue;
        }
        let Some(columns) = plain(index) else {
            continue;
        };
        let indexed = Indexed::new("the index", columns, index.span, false);
        let indexes = table.indexes[..at]
            .iter()
            .filter(|other| !other.unique.is_given());
        let indexes = indexes
            .filter_map(|other| Some(Indexed::new("the index", plain(other)?, other.span, false)));
        let indexes: Vec<Indexed> = indexes.collect();
        let Some(other) = keys
            .iter()
            .chain(&indexes)
            .find(|key| key.has_columns_of(&indexed))
        else {
            continue;
        };
        let remedy = if other.columns == indexed.columns {
            "Take it away, or write `allow_redundant` in it".to_owned()
        } else {
            format!(
                "For look-ups that lead with `{0}`, an index on `{0}` alone will do; or write `allow_redundant` in this one",
                indexed.columns[0]
            )
        };
        errors.at(
            index.span,
            format_args!(
                "{} repeats {}, which has an index over the same columns: every write would keep both. {remedy}",
                indexed.text(),
                other.text()
            ),
        );
    }
}

/// Whether two indexes differ in their names at most.
fn same(left: &IndexInput, right: &IndexInput) -> bool {
    fingerprint(left) == fingerprint(right)
}

/// All that makes an index what it is, as text.
fn fingerprint(index: &IndexInput) -> Vec<String> {
    let text = |text: Option<&LitStr>| text.map(LitStr::value).unwrap_or_default();
    let elements = index.elements.iter().map(|element| {
        let subject = match &element.subject {
            Subject::Column(name) => name.unraw().to_string(),
            Subject::Expression(text) => format!("({})", text.value()),
        };
        format!("{subject} {} {:?}", element.descending, element.nulls_first)
    });
    let include = index.include.get().into_iter().flatten();
    let mut parts: Vec<String> = elements.collect();
    parts.push(format!("method {}", text(index.method.get())));
    parts.push(format!("where {}", text(index.predicate.get())));
    parts.extend(include.map(|name| format!("include {name}")));
    parts.push(format!("unique {}", index.unique.is_given()));
    parts.push(format!(
        "ops {}",
        index.classes.get().map_or_else(String::new, Classes::text)
    ));
    parts
}
