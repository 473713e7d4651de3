use std::collections::{BTreeMap, BTreeSet};

use super::step::Expected;
use crate::catalog::{Catalog, Column, Detail, ObjectName, QualifiedName, Table};
use crate::diff::Change;

/// What was there before the plan, looked up by what it is called afterwards.
pub(super) struct Before<'c> {
    catalog: &'c Catalog,
    moves: BTreeMap<&'c QualifiedName, &'c QualifiedName>,
    columns: BTreeMap<(&'c QualifiedName, &'c str), &'c str>,
    retyped: BTreeSet<(&'c QualifiedName, &'c str)>,
}

impl<'c> Before<'c> {
    pub(super) fn new(catalog: &'c Catalog, changes: &'c [Change]) -> Self {
        let mut moves = BTreeMap::new();
        let mut columns = BTreeMap::new();
        let mut retyped = BTreeSet::new();
        for change in changes {
            match change {
                Change::MoveTable { from, to } => {
                    moves.insert(to, from);
                }
                Change::RenameColumn { table, from, to } => {
                    columns.insert((table, to.as_str()), from.as_str());
                }
                Change::AlterColumn { table, from, to } if from.sql_type != to.sql_type => {
                    retyped.insert((table, to.name.as_str()));
                }
                _ => {}
            }
        }
        Self {
            catalog,
            moves,
            columns,
            retyped,
        }
    }

    /// The name that a table had.
    pub(super) fn name<'n>(&'n self, table: &'n QualifiedName) -> &'n QualifiedName {
        self.moves.get(table).copied().unwrap_or(table)
    }

    /// The table as it was, if it was there.
    pub(super) fn table(&self, table: &QualifiedName) -> Option<&'c Table> {
        self.catalog.table(self.name(table))
    }

    /// The name that a column had.
    pub(super) fn column_name<'n>(&'n self, table: &'n QualifiedName, column: &'n str) -> &'n str {
        self.columns
            .get(&(table, column))
            .copied()
            .unwrap_or(column)
    }

    /// Whether the column has another type afterwards: what is asked of it then cannot be asked yet.
    pub(super) fn is_retyped(&self, table: &QualifiedName, column: &str) -> bool {
        self.retyped.contains(&(table, column))
    }

    /// The column as it was, if it was there.
    pub(super) fn column(&self, table: &QualifiedName, column: &str) -> Option<&'c Column> {
        self.table(table)?.column(self.column_name(table, column))
    }

    pub(super) fn expect_table(&self, table: &QualifiedName) -> Option<Expected> {
        self.expect(ObjectName::Table(self.name(table).clone()), Detail::Whole)
    }

    pub(super) fn expect_index(
        &self,
        table: &QualifiedName,
        name: &str,
        detail: Detail,
    ) -> Option<Expected> {
        self.expect(
            ObjectName::Index(self.name(table).clone(), name.to_owned()),
            detail,
        )
    }

    pub(super) fn expect_constraint(
        &self,
        table: &QualifiedName,
        name: &str,
        detail: Detail,
    ) -> Option<Expected> {
        self.expect(
            ObjectName::Constraint(self.name(table).clone(), name.to_owned()),
            detail,
        )
    }

    fn expect(&self, object: ObjectName, detail: Detail) -> Option<Expected> {
        let description = self.catalog.describe(&object, detail)?;
        Some(Expected {
            object,
            detail,
            description,
        })
    }
}
