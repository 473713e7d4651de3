//! The naming convention: one for all schemas, and never the schema's name in it.

use heck::ToSnakeCase;
use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::plural::plural;
use crate::parse::NameInput;

/// The most bytes that a Postgres name can have (`NAMEDATALEN - 1`).
pub(crate) const LONGEST: usize = 63;

/// A struct's table: the plural of its name, in snake_case.
pub(crate) fn table(ident: &Ident) -> String {
    let name = ident.unraw().to_string().to_snake_case();
    match name.rsplit_once('_') {
        Some((start, last)) => format!("{start}_{}", plural(last)),
        None => plural(&name),
    }
}

/// A field's column.
pub(crate) fn column(field: &Ident) -> String {
    field.unraw().to_string()
}

pub(crate) fn primary_key(table: &str) -> String {
    format!("pk_{table}")
}

pub(crate) fn unique(table: &str, columns: &[&str]) -> String {
    format!("uq_{table}_{}", columns.join("_"))
}

pub(crate) fn index(table: &str, columns: &[&str]) -> String {
    format!("ix_{table}_{}", columns.join("_"))
}

pub(crate) fn check(table: &str, name: &str) -> String {
    format!("ck_{table}_{name}")
}

pub(crate) fn sequence(table: &str, column: &str) -> String {
    format!("{table}_{column}_seq")
}

/// The whole name that was declared, exact or by the convention, if one was.
pub(crate) fn declared(name: &NameInput) -> Option<String> {
    name.exact.get().or(name.name.get()).map(syn::LitStr::value)
}

#[cfg(test)]
#[path = "naming_tests.rs"]
mod tests;
