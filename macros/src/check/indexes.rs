use syn::LitStr;
use syn::ext::IdentExt;

use super::keys::column_exists;
use crate::errors::Errors;
use crate::parse::{Classes, IndexInput, Subject, TableInput};
use crate::suggest::{list, nearest};

/// The access methods of Postgres, and of the extensions `vector` and `bloom`.
const METHODS: [&str; 9] = [
    "btree", "hash", "gin", "gist", "spgist", "brin", "hnsw", "ivfflat", "bloom",
];

/// An index's method is one that exists.
pub(super) fn method_exists(table: &TableInput, errors: &Errors) {
    for method in table.indexes.iter().filter_map(|index| index.method.get()) {
        let name = method.value();
        if METHODS.contains(&name.as_str()) {
            continue;
        }
        let remedy = match nearest(&name, METHODS) {
            Some(meant) => format!("Did you mean `{meant}`?"),
            None => format!("There are {}", list(METHODS)),
        };
        errors.on(
            method,
            format_args!("there is no index method `{name}`. {remedy}"),
        );
    }
}

fn method(index: &IndexInput) -> String {
    index
        .method
        .get()
        .map_or_else(|| "btree".to_owned(), LitStr::value)
}

/// Only a B-tree is ordered or unique, and only B-tree, GiST and SP-GiST carry columns along.
pub(super) fn method_can_what_is_asked(table: &TableInput, errors: &Errors) {
    for index in &table.indexes {
        let method = method(index);
        if method == "btree" || !METHODS.contains(&method.as_str()) {
            continue;
        }
        if let Some(unique) = index.unique.key() {
            errors.on(
                unique,
                format_args!("an index `using = \"{method}\"` cannot be unique, only a B-tree can. Take `unique` or `using` away"),
            );
        }
        if let Some(include) = index
            .include
            .key()
            .filter(|_| !matches!(method.as_str(), "gist" | "spgist"))
        {
            errors.on(
                include,
                format_args!("an index `using = \"{method}\"` cannot carry columns along; `btree`, `gist` and `spgist` can. Take `include` or `using` away"),
            );
        }
        if index
            .elements
            .iter()
            .any(|element| element.descending || element.nulls_first.is_some())
        {
            errors.at(
                index.span,
                format_args!("an index `using = \"{method}\"` has no order, only a B-tree has. Take `desc` and `nulls_first` or `nulls_last` away"),
            );
        }
    }
}

/// How NULLs compare matters to what forbids duplicates.
pub(super) fn nulls_are_for_unique_indexes(table: &TableInput, errors: &Errors) {
    for index in &table.indexes {
        if let Some(key) = index.nulls.key().filter(|_| !index.unique.is_given()) {
            errors.on(
                key,
                format_args!("`{key}` says how a unique index takes NULLs, and this one is not unique. Write `unique` beside it, or take it away"),
            );
        }
    }
}

/// An index over an expression is named: the convention makes names from columns.
pub(super) fn expression_index_has_a_name(table: &TableInput, errors: &Errors) {
    let table_name = crate::model::table_name(table);
    for index in &table.indexes {
        let expression = index
            .elements
            .iter()
            .find_map(|element| match &element.subject {
                Subject::Expression(text) => Some(text),
                Subject::Column(_) => None,
            });
        let Some(expression) = expression else {
            continue;
        };
        if expression.value().trim().is_empty() {
            errors.on(
                expression,
                "this expression is empty. Write SQL, or take it away",
            );
        } else if !index.name.is_given() {
            errors.on(
                expression,
                format_args!("an index over an expression needs a name, because a name cannot be made from SQL. Write one: `name = \"ix_{table_name}_..\"`"),
            );
        }
    }
}

/// An operator class is of one of the index's columns; one without a column is of the only element.
pub(super) fn operator_classes_meet_columns(table: &TableInput, errors: &Errors) {
    for index in &table.indexes {
        match index.classes.get() {
            Some(Classes::Only(class)) if index.elements.len() > 1 => errors.on(
                class,
                "this index has several columns, and the operator class is of one of them. Say of which: `ops(column = \"..\")`",
            ),
            Some(Classes::Each(classes)) => {
                for (column, _) in classes {
                    let listed = index.elements.iter().any(|element| {
                        matches!(&element.subject, Subject::Column(name) if name.unraw() == column.unraw())
                    });
                    let before = errors.count();
                    column_exists(table, "index", column, errors);
                    if !listed && errors.count() == before {
                        errors.on(
                            column,
                            format_args!("`ops` names `{column}`, which is not a column of this index. Add it to the index, or take its operator class away"),
                        );
                    }
                }
            }
            _ => {}
        }
    }
}
