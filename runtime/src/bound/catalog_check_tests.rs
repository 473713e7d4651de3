use super::super::fixture;
use super::{
    TableIndex, catalog_boundaries, catalog_ledger, catalog_moves, catalog_schemas, catalog_targets,
};
use crate::descriptor::{QualifiedDef, SchemaDef, TableDef};

const USERS: TableDef = fixture::table("core", "users", "User");
const DOCUMENTS: TableDef = TableDef {
    foreign_keys: &[fixture::foreign_key(&["user_id"], "core", "users")],
    ..fixture::table("rag", "documents", "Document")
};
const CORE: SchemaDef = fixture::schema("core", "Core", &[&USERS], &[]);
const RAG: SchemaDef = fixture::schema("rag", "Rag", &[&DOCUMENTS], &["core"]);

#[test]
fn a_whole_catalog_is_fine() {
    const SCHEMAS: &[SchemaDef; 2] = &[CORE, RAG];
    const INDEX: TableIndex<2> = TableIndex::new(SCHEMAS);
    assert_eq!(catalog_schemas("App", SCHEMAS, 0).message(), None);
    assert_eq!(catalog_schemas("App", SCHEMAS, 1).message(), None);
    assert_eq!(catalog_targets("App", SCHEMAS, 1, &INDEX).message(), None);
    assert_eq!(catalog_moves("App", SCHEMAS, &INDEX).at(0).message(), None);
    assert_eq!(catalog_boundaries("App", SCHEMAS).message(), None);
    assert_eq!(catalog_ledger("App", SCHEMAS, "core").message(), None);
}

#[test]
fn a_schema_is_listed_once() {
    let twin = fixture::schema("core", "Twin", &[], &[]);
    let said = catalog_schemas("App", &[CORE, twin], 1);
    assert!(
        said.message()
            .unwrap()
            .starts_with("the schema `core` is listed twice in `App`, as `Core` and as `Twin`.")
    );
}

#[test]
fn a_dependency_outside_is_reported_once() {
    const SCHEMAS: &[SchemaDef; 1] = &[RAG];
    const INDEX: TableIndex<1> = TableIndex::new(SCHEMAS);
    assert_eq!(
        catalog_schemas("App", SCHEMAS, 0).message().unwrap(),
        "`Rag` depends on the schema `core`, which is not in `App`. Add it to `schemas(..)`"
    );
    assert_eq!(catalog_targets("App", SCHEMAS, 0, &INDEX).message(), None);
}

#[test]
fn a_referenced_table_outside_is_refused() {
    const EMPTY: SchemaDef = fixture::schema("core", "Core", &[], &[]);
    const SCHEMAS: &[SchemaDef; 2] = &[EMPTY, RAG];
    const INDEX: TableIndex<1> = TableIndex::new(SCHEMAS);
    assert!(
        catalog_targets("App", SCHEMAS, 1, &INDEX)
            .message()
            .unwrap()
            .starts_with("`Document` references `core.users`, which is in no schema of `App`")
    );
}

#[test]
fn a_ledger_outside_is_refused() {
    assert!(
        catalog_ledger("App", &[CORE], "rag")
            .message()
            .unwrap()
            .starts_with(
                "the ledger of `App` is to stand in the schema `rag`, which is not in the catalog."
            )
    );
}

#[test]
fn a_cycle_is_found_behind_what_leads_to_it() {
    let lead = fixture::schema("a", "A", &[], &["b"]);
    let first = fixture::schema("b", "B", &[], &["c"]);
    let second = fixture::schema("c", "C", &[], &["b"]);
    let said = catalog_boundaries("App", &[lead, first, second]);
    assert!(said.message().unwrap().starts_with(
        "the boundaries of `App` form a cycle: `b` depends, directly or through others, on `c`, which depends on `b`."
    ));
}

/// What is said of one table that was `core.users`, another that was at `place`.
fn moves(schema: &'static str, name: &'static str) -> Option<String> {
    let from = Some(QualifiedDef {
        schema: "public",
        name: "users",
    });
    let first = TableDef {
        moved_from: from,
        ..USERS
    };
    let place = Some(QualifiedDef { schema, name });
    let second = TableDef {
        moved_from: place,
        ..fixture::table("core", "people", "Person")
    };
    let tables: &'static [&'static TableDef] = Box::leak(Box::new([
        &*Box::leak(Box::new(first)),
        &*Box::leak(Box::new(second)),
    ]));
    let schemas = [fixture::schema("core", "Core", tables, &[])];
    let index = TableIndex::<2>::new(&schemas);
    let said = catalog_moves("App", &schemas, &index);
    assert_eq!(said.at(1).message(), None);
    said.at(0).message().map(str::to_owned)
}

#[test]
fn a_former_place_is_claimed_once() {
    assert_eq!(moves("public", "persons"), None);
    assert_eq!(moves("old", "users"), None);
    let said = moves("public", "users").unwrap();
    assert!(
        said.contains("both say `moved_from = \"public.users\"`"),
        "{said}"
    );
}

#[test]
fn a_former_place_is_not_one_that_stands() {
    let said = moves("core", "users").unwrap();
    assert!(said.starts_with(
        "`Person` says `moved_from = \"core.users\"`, but a table of that name is still declared."
    ));
}

#[test]
fn a_schema_with_errors_of_its_own_is_left_alone() {
    const NAMELESS: SchemaDef = fixture::schema("", "Core", &[], &[]);
    const AFTER: SchemaDef = fixture::schema("rag", "Rag", &[&DOCUMENTS], &["", "core"]);
    const SCHEMAS: &[SchemaDef; 3] = &[NAMELESS, NAMELESS, AFTER];
    const INDEX: TableIndex<1> = TableIndex::new(SCHEMAS);
    assert_eq!(catalog_schemas("App", SCHEMAS, 1).message(), None);
    assert_eq!(catalog_schemas("App", SCHEMAS, 2).message(), None);
    assert_eq!(catalog_targets("App", SCHEMAS, 2, &INDEX).message(), None);
    assert_eq!(catalog_ledger("App", SCHEMAS, "core").message(), None);
}
