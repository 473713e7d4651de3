use crate::errors::Errors;
use crate::parse::TableInput;
use crate::parse::table::Shape;

/// A table is a struct with named fields, a column each, and without generic parameters: one struct
/// is one table. Answers whether it is; otherwise no other rule has anything to judge.
pub(super) fn is_a_plain_struct(table: &TableInput, errors: &Errors) -> bool {
    let remedy = format!(
        "write `struct {} {{ .. }}` with a field for each column",
        table.ident
    );
    match table.shape {
        Shape::Struct if table.generics.params.is_empty() => return true,
        Shape::Struct => errors.on(
            &table.generics,
            "a table has no generic parameters: one struct is one table, with the types of its columns. Write a struct for each",
        ),
        Shape::TupleStruct(span) => errors.at(
            span,
            format_args!("a table's columns have names, and these fields have none: {remedy}"),
        ),
        Shape::UnitStruct => {
            errors.on(&table.ident, format_args!("a table has columns: {remedy}"));
        }
        Shape::Enum(span) => errors.at(span, format_args!("an enum is not a table: {remedy}")),
        Shape::Union(span) => errors.at(span, format_args!("a union is not a table: {remedy}")),
    }
    false
}

/// A table has at least one column: Postgres would allow none, and nothing could ever be told of
/// its rows.
pub(super) fn has_columns(table: &TableInput, errors: &Errors) {
    if table.fields.is_empty() {
        errors.on(
            &table.ident,
            format_args!(
                "`{}` has no fields, and a table without columns holds nothing. Add a field for each column",
                table.ident
            ),
        );
    }
}

/// A table says which schema owns it: that is never taken from the connection.
pub(super) fn names_its_schema(table: &TableInput, errors: &Errors) {
    // Where a `#[table(..)]` could not be read, the schema may have stood there.
    if !table.options.schema.is_given() && table.complete {
        errors.on(
            &table.ident,
            format_args!(
                "`{}` does not say which schema owns it, and nothing here depends on the connection's `search_path`. Write `#[schema = \"..\"]` above it",
                table.ident
            ),
        );
    }
}
