//! The rules: each a named function with the rule in prose above it. All of them are asked, and all
//! errors gathered.

mod catalog;
mod columns;
mod comments;
mod conditions;
mod derived_names;
mod hints;
mod identifier;
mod indexes;
mod keys;
mod names;
mod redundancy;
mod references;
mod reserved;
mod schema;
mod shape;

use crate::errors::Errors;
use crate::parse::TableInput;
use crate::parse::catalog::CatalogInput;
use crate::parse::schema::SchemaInput;

/// Rules that make no sense of what has another shape than a struct with named fields.
const TABLE_RULES: &[fn(&TableInput, &Errors)] = &[
    shape::has_columns,
    shape::names_its_schema,
    names::schema_name_is_an_identifier,
    names::table_name_is_an_identifier,
    names::table_name_does_not_repeat_its_schema,
    names::column_names_are_identifiers,
    names::column_names_are_distinct,
    columns::one_source_of_values,
    columns::one_identity,
    columns::texts_are_not_empty,
    columns::character_types_have_a_length,
    comments::documentation_is_there,
    columns::insert_struct_has_a_name_of_its_own,
    keys::primary_key_is_declared,
    keys::primary_key_is_declared_once,
    keys::key_columns_exist,
    keys::key_columns_are_distinct,
    keys::key_has_columns,
    redundancy::uniques_do_not_repeat_a_key,
    redundancy::indexes_do_not_repeat_a_key,
    indexes::method_exists,
    indexes::method_can_what_is_asked,
    indexes::nulls_are_for_unique_indexes,
    indexes::expression_index_has_a_name,
    indexes::operator_classes_meet_columns,
    conditions::check_has_a_condition,
    conditions::check_has_a_name,
    conditions::expressions_are_balanced,
    references::referencing_columns_exist,
    references::referenced_columns_are_as_many,
    references::actions_exist,
    references::foreign_keys_are_distinct,
    derived_names::one_name_is_enough,
    derived_names::names_have_their_prefix,
    derived_names::names_fit,
    derived_names::names_are_distinct,
    hints::moved_from_is_a_place,
    hints::moved_from_is_elsewhere,
    hints::renamed_from_is_a_former_name,
];

const SCHEMA_RULES: &[fn(&SchemaInput, &Errors)] = &[
    schema::is_not_generic,
    schema::has_a_name,
    schema::name_is_an_identifier,
    schema::tables_are_listed_once,
    schema::dependencies_are_listed_once,
    schema::does_not_depend_on_itself,
    comments::schema_documentation_is_there,
    schema::types_are_not_there_yet,
];

const CATALOG_RULES: &[fn(&CatalogInput, &Errors)] = &[
    catalog::is_not_generic,
    catalog::has_schemas,
    catalog::schemas_are_listed_once,
    catalog::has_a_ledger,
    catalog::extensions_are_listed_once,
];

pub(crate) fn table(table: &TableInput, errors: &Errors) {
    if shape::is_a_plain_struct(table, errors) {
        TABLE_RULES.iter().for_each(|rule| rule(table, errors));
    }
}

pub(crate) fn schema(schema: &SchemaInput, errors: &Errors) {
    SCHEMA_RULES.iter().for_each(|rule| rule(schema, errors));
}

pub(crate) fn catalog(catalog: &CatalogInput, errors: &Errors) {
    CATALOG_RULES.iter().for_each(|rule| rule(catalog, errors));
}
