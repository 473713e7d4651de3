//! Tables that move, and everything that is called otherwise.

use super::InOneGo;
use crate::catalog::{Detail, QualifiedName};
use crate::diff::{Change, Constraint};
use crate::plan::HazardCode;
use crate::sql;

impl InOneGo<'_, '_, '_> {
    pub(super) fn moves(&mut self) {
        let mut arrived = Vec::new();
        for change in self.changes {
            let Change::MoveTable { from, to } = change else {
                continue;
            };
            self.step.expect(self.before.expect_table(to));
            if from.schema != to.schema {
                let halfway = QualifiedName::new(&to.schema, &from.name);
                self.step.push(
                    sql::set_schema(from, &to.schema),
                    sql::set_schema(&halfway, &from.schema),
                );
                arrived.push(to.clone());
            }
            if from.name != to.name {
                let halfway = QualifiedName::new(&to.schema, &from.name);
                self.step.push(
                    sql::rename_table(&halfway, &to.name),
                    sql::rename_table(to, &from.name),
                );
            }
            self.step.moves.push((from.clone(), to.clone()));
            self.hazard(HazardCode::TableMoved, format!("{from} -> {to}"));
        }
        if !arrived.is_empty() {
            // What it grants is noted in the ledger and taken back from there.
            self.step
                .up
                .statements
                .push(sql::grant_usage(&self.step.schema, &arrived).into());
        }
    }

    pub(super) fn renames(&mut self) {
        for change in self.changes {
            match change {
                Change::RenameSequence { schema, from, to } => {
                    let name = |name: &str| QualifiedName::new(schema, name);
                    self.step.push(
                        sql::rename_sequence(&name(from), to),
                        sql::rename_sequence(&name(to), from),
                    );
                    self.step.creates.push(name(to));
                }
                Change::RenameColumn { table, from, to } => {
                    self.step.expect(self.before.expect_table(table));
                    self.step.push(
                        sql::rename_column(table, from, to),
                        sql::rename_column(table, to, from),
                    );
                    self.hazard(
                        HazardCode::ColumnRenamed,
                        format!("{table}: {from} -> {to}"),
                    );
                }
                Change::RenameConstraint { table, before, to } => {
                    self.step.expect(self.before.expect_constraint(
                        table,
                        before.name(),
                        Detail::Definition,
                    ));
                    self.step.push(
                        sql::rename_constraint(table, before.name(), to),
                        sql::rename_constraint(table, to, before.name()),
                    );
                    if matches!(before, Constraint::PrimaryKey(_) | Constraint::Unique(..)) {
                        self.step
                            .creates
                            .push(QualifiedName::new(&table.schema, to));
                    }
                }
                Change::RenameIndex { table, from, to } => {
                    self.step
                        .expect(self.before.expect_index(table, from, Detail::Definition));
                    let name = |name: &str| QualifiedName::new(&table.schema, name);
                    self.step.push(
                        sql::rename_index(&name(from), to),
                        sql::rename_index(&name(to), from),
                    );
                    self.step.creates.push(name(to));
                }
                _ => {}
            }
        }
    }
}
