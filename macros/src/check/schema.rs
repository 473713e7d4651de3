use quote::ToTokens;
use syn::Path;

use super::names;
use crate::errors::Errors;
use crate::parse::schema::SchemaInput;

/// A schema is one thing, not a family of them.
pub(super) fn is_not_generic(schema: &SchemaInput, errors: &Errors) {
    if !schema.generics.params.is_empty() {
        errors.on(
            &schema.generics,
            format_args!(
                "a schema has no generic parameters: write `struct {};`",
                schema.ident
            ),
        );
    }
}

/// A schema says its name.
pub(super) fn has_a_name(schema: &SchemaInput, errors: &Errors) {
    if !schema.name.is_given() && schema.complete {
        errors.on(
            &schema.ident,
            format_args!(
                "`{}` does not say which schema of the database it is. Write `#[schema(name = \"..\", tables(..))]` above it",
                schema.ident
            ),
        );
    }
}

/// The name of a schema is an identifier, and is not one of the server's own schemas.
pub(super) fn name_is_an_identifier(schema: &SchemaInput, errors: &Errors) {
    if let Some(name) = schema.name.get() {
        names::schema(name, errors);
    }
}

/// A table is listed once.
pub(super) fn tables_are_listed_once(schema: &SchemaInput, errors: &Errors) {
    listed_once("tables", schema.tables.get(), errors);
}

/// A schema that this one depends on is listed once.
pub(super) fn dependencies_are_listed_once(schema: &SchemaInput, errors: &Errors) {
    listed_once("depends_on", schema.depends_on.get(), errors);
}

/// Refuses a path that stands in the list before.
pub(super) fn listed_once(key: &str, paths: Option<&Vec<Path>>, errors: &Errors) {
    let paths = paths.into_iter().flatten();
    let mut seen = Vec::new();
    for path in paths {
        if seen.contains(&path) {
            let text = path.to_token_stream().to_string().replace(' ', "");
            errors.on(
                path,
                format_args!("`{key}(..)` lists `{text}` twice. Once is enough"),
            );
        }
        seen.push(path);
    }
}

/// A schema does not depend on itself: its own tables may refer to each other as they like.
pub(super) fn does_not_depend_on_itself(schema: &SchemaInput, errors: &Errors) {
    for path in schema.depends_on.get().into_iter().flatten() {
        if path.is_ident(&schema.ident) {
            errors.on(
                path,
                format_args!("`{}` depends on itself, which it may without saying so. Take it out of `depends_on(..)`", schema.ident),
            );
        }
    }
}

/// Types of a schema's own cannot be declared yet.
pub(super) fn types_are_not_there_yet(schema: &SchemaInput, errors: &Errors) {
    if let Some(key) = schema
        .types
        .key()
        .filter(|_| schema.types.get().is_none_or(|types| !types.is_empty()))
    {
        errors.on(
            key,
            "`types(..)` is not supported yet. Create the type in a migration of your own: types are kept and never touched",
        );
    }
}
