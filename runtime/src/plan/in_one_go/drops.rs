//! What goes: indexes in the way, constraints, tables.

use std::collections::BTreeMap;

use super::InOneGo;
use crate::catalog::{Detail, PrimaryKey, QualifiedName, Table, Unique};
use crate::diff::{Change, Constraint};
use crate::plan::drop_indexes::Dropped;
use crate::plan::{Class, HazardCode, create_table, marks};
use crate::sql::{self, Build, Commented, Validity};

impl InOneGo<'_, '_, '_> {
    pub(super) fn drops_that_make_room(&mut self) {
        for change in self.changes {
            let Change::DropIndex { table, name, index } = change else {
                continue;
            };
            let dropped = Dropped { table, name, index };
            if !self.facts.in_the_way(&dropped) {
                self.split.index_drops.push(dropped);
                continue;
            }
            let restore = dropped
                .restore(Build::Blocking)
                .into_iter()
                .map(|s| s.sql)
                .collect();
            self.step
                .push_all(vec![sql::drop_index(&dropped.qualified())], restore);
            self.step
                .expect(self.before.expect_index(table, name, Detail::Whole));
            self.step.hazards.push(dropped.hazard());
        }
    }

    pub(super) fn drop_constraints(&mut self) {
        // Foreign keys first: the keys that they refer to may go as well.
        let is_foreign = |constraint: &Constraint| matches!(constraint, Constraint::ForeignKey(..));
        for foreign in [true, false] {
            for change in self.changes {
                let Change::DropConstraint { table, constraint } = change else {
                    continue;
                };
                if is_foreign(constraint) != foreign {
                    continue;
                }
                self.step.expect(self.before.expect_constraint(
                    table,
                    constraint.name(),
                    Detail::Whole,
                ));
                let mut restore = vec![match constraint {
                    Constraint::PrimaryKey(key) => sql::add_primary_key(table, key),
                    Constraint::Unique(name, unique) => sql::add_unique(table, name, unique),
                    Constraint::ForeignKey(name, key) => {
                        sql::add_foreign_key(table, name, key, Validity::Checked)
                    }
                    Constraint::Check(name, check) => {
                        sql::add_check(table, name, check, Validity::Checked)
                    }
                }];
                if let Constraint::PrimaryKey(PrimaryKey { attributes, .. })
                | Constraint::Unique(_, Unique { attributes, .. }) = constraint
                {
                    let marks = marks::restore(table, constraint.name(), attributes);
                    restore.extend(marks.into_iter().map(|statement| statement.sql));
                }
                if let Some(comment) = constraint.comment() {
                    let commented =
                        Commented::Constraint(table.clone(), constraint.name().to_owned());
                    restore.push(sql::comment_on(&commented, Some(comment)));
                }
                self.step.push_all(
                    vec![sql::drop_constraint(table, constraint.name())],
                    restore,
                );
                self.hazard(
                    HazardCode::ScansTable,
                    format!(
                        "{table}, when the way back adds {} again",
                        constraint.name()
                    ),
                );
            }
        }
    }

    pub(super) fn drop_tables(&mut self) {
        let dropped: BTreeMap<&QualifiedName, &Table> = self
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::DropTable { name, table } => Some((name, table.as_ref())),
                _ => None,
            })
            .collect();
        // Their foreign keys first, so that the order of the tables does not matter.
        for (name, table) in &dropped {
            for (key_name, key) in &table.foreign_keys {
                self.step.push(
                    sql::drop_constraint(name, key_name),
                    sql::add_foreign_key(name, key_name, key, Validity::Checked),
                );
            }
        }
        for (name, table) in dropped {
            self.step.expect(self.before.expect_table(name));
            let mut restore = sql::create_table(name, table);
            restore.extend(create_table::rest(name, table));
            self.step.push_all(vec![sql::drop_table(name)], restore);
            self.hazard(
                HazardCode::DeletesData,
                format!("{name}: dropped with its rows; the way back creates it empty"),
            );
            self.step
                .weaken(Class::Irreversible(format!("the rows of {name} are gone")));
        }
    }
}
