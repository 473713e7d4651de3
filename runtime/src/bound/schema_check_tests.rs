use super::super::fixture;
use super::{relation_count, schema_dependency, schema_relations, schema_table};
use crate::descriptor::{
    ColumnDef, DefaultDef, ForeignKeyDef, IndexDef, IndexKind, NullsDef, TableDef, UniqueDef,
};

const TO_CORE: &[ForeignKeyDef] = &[fixture::foreign_key(&["user_id"], "core", "users")];

fn document() -> TableDef {
    TableDef {
        foreign_keys: TO_CORE,
        ..fixture::table("rag", "documents", "Document")
    }
}

#[test]
fn a_table_is_listed_under_its_own_schema() {
    let verdict = schema_table(
        "core",
        "Core",
        &[],
        &fixture::table("rag", "documents", "Document"),
    );
    assert_eq!(
        verdict.message().unwrap(),
        "`Document` is a table of the schema `rag`, but it is listed in `Core`, which is the schema `core`. List it under its \
         own schema, or write `#[schema = \"core\"]` on it"
    );
}

#[test]
fn a_boundary_is_crossed_only_where_it_is_open() {
    assert_eq!(
        schema_table("rag", "Rag", &["core"], &document()).message(),
        None
    );
    assert_eq!(
        schema_table("rag", "Rag", &["audit"], &document())
            .message()
            .unwrap(),
        "`Document` crosses a boundary: its foreign key (user_id) points into the schema `core` (`core.users`), and `Rag` does \
         not depend on that schema. If it may, add the schema to `depends_on(..)` of `Rag`; if not, take the reference away"
    );
}

#[test]
fn a_table_with_errors_of_its_own_is_left_alone() {
    let nameless = fixture::table("", "", "Document");
    assert_eq!(schema_table("rag", "Rag", &[], &nameless).message(), None);
    assert_eq!(
        schema_table("rag", "Rag", &[""], &document()).message(),
        None
    );
    assert_eq!(
        schema_dependency("Rag", "core", &[&nameless]).message(),
        None
    );
    assert_eq!(schema_dependency("Rag", "", &[&document()]).message(), None);
}

#[test]
fn a_dependency_is_used() {
    let other = fixture::table("rag", "notes", "Note");
    assert_eq!(
        schema_dependency("Rag", "core", &[&other, &document()]).message(),
        None
    );
    assert_eq!(
        schema_dependency("Rag", "core", &[&other])
            .message()
            .unwrap(),
        "`Rag` says that it depends on the schema `core`, but none of its foreign keys points there. Take it out of \
         `depends_on(..)`, so that the boundary says what is true"
    );
}

const DOCUMENTS: TableDef = TableDef {
    primary_key: fixture::key("pk_documents"),
    columns: &[ColumnDef {
        name: "id",
        sql_type: "bigint",
        nullable: false,
        default: DefaultDef::Serial("documents_id_seq"),
        collation: None,
        comment: None,
        renamed_from: None,
    }],
    uniques: &[UniqueDef {
        name: "uq_documents_a",
        columns: &["a"],
        nulls: NullsDef::Distinct,
    }],
    indexes: &[IndexDef {
        name: "ix_documents_b",
        kind: IndexKind::Plain,
        method: "btree",
        elements: &[],
        include: &[],
        predicate: None,
        parameters: &[],
    }],
    ..fixture::table("rag", "documents", "Document")
};

fn with(name: &'static str) -> Option<String> {
    let other = Box::leak(Box::new(fixture::table("rag", name, "Other")));
    let tables: &[&TableDef] = &[&DOCUMENTS, other];
    assert_eq!(relation_count(tables), 6);
    let said = schema_relations::<6>("Rag", tables);
    assert_eq!(said.at(0).message(), None);
    said.at(1).message().map(str::to_owned)
}

#[test]
fn every_kind_of_relation_has_a_name_of_its_own() {
    assert_eq!(with("notes"), None);
    for name in [
        "documents",
        "pk_documents",
        "uq_documents_a",
        "ix_documents_b",
        "documents_id_seq",
    ] {
        let said = with(name).unwrap();
        assert!(said.contains(&format!("are called `{name}`")), "{said}");
        assert!(
            said.contains("`Document`") && said.contains("`Other`"),
            "{said}"
        );
    }
}

#[test]
fn a_table_is_listed_once() {
    let tables: &[&TableDef] = &[&DOCUMENTS, &DOCUMENTS];
    assert_eq!(
        schema_relations::<10>("Rag", tables)
            .at(1)
            .message()
            .unwrap(),
        "`Document` is listed twice in `Rag`. Once is enough"
    );
}
