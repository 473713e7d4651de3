//! The programs of `pass`, as modules of one crate: linking one program a rule would take minutes.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "these are programs of their own"
)]
#![allow(
    clippy::duplicated_attributes,
    reason = "two keys may have a column in common"
)]

use std::path::Path;

/// What each rule allows: the nearest right neighbour of the program in `fail`.
#[path = "../pass"]
mod pass {
    mod attributes {
        mod a_column_attribute_stands_on_a_field;
        mod a_compatibility_view_is_not_there_yet;
        mod a_documentation_comment_is_there;
        mod a_field_is_the_only_column_of_its_key;
        mod a_flag_takes_no_value;
        mod a_key_is_given_once;
        mod a_key_names_its_columns_plainly;
        mod a_key_needs_its_value;
        mod a_list_is_a_list;
        mod a_schema_is_given_once;
        mod a_table_attribute_stands_on_the_struct;
        mod a_text_is_a_text;
        mod an_exclusion_is_not_there_yet;
        mod an_unknown_key_is_refused;
        mod an_unknown_key_of_a_column_is_refused;
    }
    mod catalog {
        mod a_catalog_has_a_ledger;
        mod a_catalog_has_schemas;
        mod a_catalog_is_not_generic;
        mod a_dependency_is_in_the_catalog;
        mod a_former_place_is_claimed_once;
        mod a_former_place_is_not_one_that_stands;
        mod a_referenced_table_is_in_the_catalog;
        mod a_schema_is_listed_once;
        mod an_extension_is_listed_once;
        mod an_extension_says_its_schema;
        mod dependencies_form_no_cycle;
        mod the_ledger_is_in_a_schema_of_the_catalog;
        mod two_schemas_have_two_names;
        mod what_is_listed_is_a_schema;
    }
    mod checks {
        mod a_check_has_a_condition;
        mod a_check_has_a_name;
        mod a_check_is_balanced;
        mod a_condition_is_not_empty;
    }
    mod columns {
        mod a_column_has_one_source_of_values;
        mod a_default_closes_its_quotes;
        mod a_default_is_not_empty;
        mod a_field_has_a_column_type;
        mod a_serial_is_an_integer;
        mod a_table_numbers_its_rows_once;
        mod a_type_is_not_empty;
        mod a_varchar_has_a_length;
        mod an_identity_is_always_or_by_default;
        mod an_identity_is_not_nullable;
        mod an_insert_struct_has_a_name_of_its_own;
    }
    pub(crate) mod example {
        pub(crate) mod two_schemas;
    }
    mod hints {
        mod moved_from_is_elsewhere;
        mod moved_from_is_one_place;
        mod moved_from_names_a_schema;
        mod renamed_from_is_a_former_name;
        mod renamed_from_is_claimed_once;
        mod renamed_from_is_not_a_column_that_is_there;
    }
    pub(crate) mod hygiene {
        pub(crate) mod a_renamed_crate;
        pub(crate) mod inside_a_function;
        pub(crate) mod methods_of_the_users_own;
        pub(crate) mod modules_named_as_ours;
        pub(crate) mod no_implicit_prelude;
        pub(crate) mod no_warnings;
        pub(crate) mod raw_identifiers;
        pub(crate) mod shadowed_names;
    }
    mod indexes {
        mod a_direction_is_asc_or_desc;
        mod a_hash_index_carries_no_columns;
        mod a_method_exists;
        mod an_expression_index_has_a_name;
        mod an_expression_is_a_text;
        mod an_operator_class_is_of_a_column_of_the_index;
        mod an_operator_class_says_its_column;
        mod nulls_are_for_unique_indexes;
        mod only_a_btree_is_ordered;
        mod only_a_btree_is_unique;
        mod parameters_are_literals;
    }
    mod keys {
        mod a_key_names_fields_and_not_columns;
        mod a_primary_key_column_is_not_nullable;
        mod a_primary_key_column_is_not_nullable_under_an_alias;
        mod a_redundant_index_is_asked_for;
        mod a_table_has_a_primary_key;
        mod a_table_has_one_primary_key;
        mod a_unique_does_not_repeat_another;
        mod a_unique_does_not_repeat_the_primary_key;
        mod a_unique_has_columns;
        mod a_unique_names_a_column_once;
        mod a_unique_names_fields;
        mod an_index_does_not_repeat_a_unique;
        mod an_index_does_not_repeat_another;
        mod an_index_does_not_repeat_the_primary_key;
        mod an_index_names_fields;
        mod no_primary_key_means_none;
    }
    mod names {
        mod a_check_name_is_its_last_part;
        mod a_column_name_has_at_most_63_bytes;
        mod a_column_name_is_in_snake_case;
        mod a_column_name_is_not_a_reserved_word;
        mod a_column_name_is_not_a_system_column;
        mod a_derived_name_has_at_most_63_bytes;
        mod a_derived_table_name_does_not_repeat_its_schema;
        mod a_key_name_starts_with_its_prefix;
        mod a_schema_name_is_in_snake_case;
        mod a_schema_name_is_not_the_servers;
        mod a_sequence_name_has_at_most_63_bytes;
        mod a_table_name_does_not_repeat_its_schema;
        mod a_table_name_has_at_most_63_bytes;
        mod a_table_name_is_in_snake_case;
        mod a_table_name_is_not_a_reserved_word;
        mod an_exact_name_may_be_any_but_empty;
        mod column_names_are_distinct;
        mod constraint_names_are_distinct;
        mod name_and_exact_name_exclude_each_other;
    }
    mod queries {
        mod a_key_has_the_type_of_its_column;
        mod a_queried_column_exists;
        mod a_row_is_found_by_a_primary_key;
        mod a_value_has_the_type_of_its_column;
        mod an_insert_takes_the_struct_of_its_table;
        mod compared_columns_have_one_type;
        mod only_a_nullable_column_is_null;
        mod only_text_is_like_a_pattern;
    }
    mod references {
        mod a_composite_key_has_the_types_of_its_target;
        mod a_composite_key_is_referenced_whole;
        mod a_composite_key_names_as_many_columns;
        mod a_foreign_key_is_declared_once;
        mod a_foreign_key_name_by_the_convention_fits;
        mod a_target_column_exists;
        mod a_target_column_is_unique;
        mod a_target_is_a_table;
        mod a_target_is_known;
        mod a_target_is_named;
        mod a_target_without_a_primary_key_is_refused;
        mod an_action_exists;
        mod both_sides_have_one_type;
        mod both_sides_have_one_type_also_of_a_named_column;
        mod deferrable_says_when;
        mod referencing_columns_are_fields;
        mod what_is_set_to_its_default_has_one;
        mod what_is_set_to_null_is_nullable;
    }
    mod schema {
        mod a_broken_schema_is_one_error_for_all_who_use_it;
        mod a_dependency_is_used;
        mod a_foreign_key_crosses_only_where_depends_on_says;
        mod a_schema_does_not_depend_on_itself;
        mod a_schema_has_a_name;
        mod a_schema_is_not_generic;
        mod a_schema_name_is_no_reserved_word;
        mod a_sequence_does_not_meet_a_table;
        mod a_table_is_listed_once;
        mod a_table_is_listed_once_under_any_name;
        mod a_table_is_listed_under_its_own_schema;
        mod relations_have_names_of_their_own;
        mod types_are_not_there_yet;
        mod what_is_listed_is_a_table;
        mod what_it_depends_on_is_a_schema;
    }
    mod shape {
        mod a_broken_table_is_one_error_for_all_who_use_it;
        mod a_table_has_columns;
        mod a_table_has_named_fields;
        mod a_table_is_not_a_union;
        mod a_table_is_not_a_unit_struct;
        mod a_table_is_not_an_enum;
        mod a_table_is_not_generic;
        mod a_table_names_its_schema;
    }
}

#[test]
fn no_neighbour_is_left_out() {
    let listed = include_str!("neighbours.rs");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("pass");
    for family in std::fs::read_dir(root).unwrap() {
        for file in std::fs::read_dir(family.unwrap().path()).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_stem().unwrap().to_str().unwrap();
            assert!(
                listed.contains(&format!("mod {name};")),
                "{} is not a module here",
                file.display()
            );
        }
    }
}

#[test]
fn the_example_says_what_it_declares() {
    pass::example::two_schemas::main();
}

#[test]
fn raw_identifiers_name_columns_without_their_mark() {
    pass::hygiene::raw_identifiers::main();
}

#[test]
fn a_table_can_be_declared_inside_a_function() {
    pass::hygiene::inside_a_function::main();
}

#[test]
fn methods_of_the_users_own_win() {
    pass::hygiene::methods_of_the_users_own::main();
}

#[test]
fn modules_named_as_ours_are_the_users() {
    pass::hygiene::modules_named_as_ours::main();
}

#[test]
fn no_lint_is_raised() {
    pass::hygiene::no_warnings::main();
}
