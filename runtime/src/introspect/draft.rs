use std::collections::{BTreeMap, HashMap};

use sqlx::postgres::types::Oid;

use crate::catalog::{Catalog, Schema, Table, Unmanaged};

/// A catalog in the making, where the objects are still found by the numbers that Postgres gives them.
#[derive(Default)]
pub(super) struct Draft {
    schemas: HashMap<Oid, (String, Schema)>,
    tables: HashMap<Oid, DraftTable>,
}

struct DraftTable {
    schema: Oid,
    name: String,
    table: Table,
}

impl Draft {
    pub(super) fn add_schema(&mut self, oid: Oid, name: String, schema: Schema) {
        self.schemas.insert(oid, (name, schema));
    }

    pub(super) fn add_table(&mut self, oid: Oid, schema: Oid, name: String, table: Table) {
        self.tables.insert(
            oid,
            DraftTable {
                schema,
                name,
                table,
            },
        );
    }

    pub(super) fn schema_oids(&self) -> Vec<Oid> {
        self.schemas.keys().copied().collect()
    }

    pub(super) fn table_oids(&self) -> Vec<Oid> {
        self.tables.keys().copied().collect()
    }

    pub(super) fn schema_name(&self, oid: Oid) -> Option<&str> {
        self.schemas.get(&oid).map(|(name, _)| name.as_str())
    }

    /// A table; the queries ask for none but those of the draft.
    pub(super) fn table(&mut self, oid: Oid) -> Option<&mut Table> {
        self.tables.get_mut(&oid).map(|draft| &mut draft.table)
    }

    /// Lists what belongs to a table and is not modelled.
    pub(super) fn unmanaged_of_table(&mut self, oid: Oid, kind: impl Into<String>, name: &str) {
        if let Some(draft) = self.tables.get_mut(&oid) {
            draft.table.unmanaged.push(Unmanaged {
                kind: kind.into(),
                name: format!("{}.{name}", draft.name),
            });
        }
    }

    /// Lists what stands in a schema and is not modelled.
    pub(super) fn unmanaged_of_schema(&mut self, oid: Oid, kind: impl Into<String>, name: String) {
        if let Some((_, schema)) = self.schemas.get_mut(&oid) {
            let kind = kind.into();
            schema.unmanaged.push(Unmanaged { kind, name });
        }
    }

    pub(super) fn into_catalog(mut self, extensions: BTreeMap<String, String>) -> Catalog {
        for draft in self.tables.into_values() {
            let mut table = draft.table;
            table.unmanaged.sort();
            if let Some((_, schema)) = self.schemas.get_mut(&draft.schema) {
                schema.tables.insert(draft.name, table);
            }
        }
        let schemas = self
            .schemas
            .into_values()
            .map(|(name, mut schema)| {
                schema.unmanaged.sort();
                (name, schema)
            })
            .collect();
        Catalog {
            schemas,
            extensions,
        }
    }
}
