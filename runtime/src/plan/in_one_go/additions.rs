//! What is new: tables, constraints, indexes, comments.

use std::collections::BTreeMap;

use super::InOneGo;
use crate::catalog::{Check, Expression, ForeignKey, QualifiedName};
use crate::diff::{Change, Constraint};
use crate::plan::constraints::Later;
use crate::plan::{DataCheck, HazardCode, Mode, create_table};
use crate::sql::{self, Build, Commented, Validity};

impl<'c> InOneGo<'_, 'c, '_> {
    pub(super) fn comment_on_schema(&mut self) {
        for change in self.changes {
            if let Change::CommentOnSchema { name, from, to } = change {
                let schema = Commented::Schema(name.clone());
                self.step.push(
                    sql::comment_on(&schema, to.as_deref()),
                    sql::comment_on(&schema, from.as_deref()),
                );
            }
        }
    }

    pub(super) fn create_tables(&mut self) {
        for change in self.changes {
            let Change::CreateTable { name, table } = change else {
                continue;
            };
            self.step
                .push_all(sql::create_table(name, table), vec![sql::drop_table(name)]);
            // Dropping the table takes all of this along.
            self.step.push_all(create_table::rest(name, table), vec![]);
            self.step
                .creates
                .extend(create_table::relations(name, table));
            self.step.drops_on_the_way_back.push(name.clone());
        }
    }

    /// Once all tables and the keys that they refer to are there.
    pub(super) fn foreign_keys_of_new_tables(&mut self) {
        for change in self.changes {
            let Change::CreateTable { name, table } = change else {
                continue;
            };
            for (key_name, key) in &table.foreign_keys {
                if self.waits_for_key(key) {
                    let later = Later::ForeignKey(name, key_name, key, Validity::Checked);
                    self.split.later.push(later);
                    continue;
                }
                self.step.push(
                    sql::add_foreign_key(name, key_name, key, Validity::Checked),
                    sql::drop_constraint(name, key_name),
                );
            }
        }
    }

    pub(super) fn constraints(&mut self) {
        for change in self.changes {
            let Change::AddConstraint { table, constraint } = change else {
                continue;
            };
            self.step.expect(self.before.expect_table(table));
            let name = constraint.name();
            let direct = self.settings.mode == Mode::Direct;
            let validity = if direct {
                Validity::Checked
            } else {
                Validity::Later
            };
            let add = match constraint {
                Constraint::PrimaryKey(key) if direct => sql::add_primary_key(table, key),
                Constraint::PrimaryKey(key) => {
                    self.split.later.push(Later::PrimaryKey(table, key));
                    continue;
                }
                Constraint::Unique(name, unique) if direct => {
                    self.step
                        .checks
                        .extend(DataCheck::unique(self.before, table, name, unique));
                    sql::add_unique(table, name, unique)
                }
                Constraint::Unique(name, unique) => {
                    self.split.later.push(Later::Unique(table, name, unique));
                    continue;
                }
                Constraint::ForeignKey(name, key) => {
                    let check = if self.before.table(&key.target).is_some() {
                        DataCheck::parents(self.before, table, name, key)
                    } else {
                        DataCheck::no_value(self.before, table, name, key)
                    };
                    self.step.checks.extend(check);
                    if self.waits_for_key(key) {
                        let later = Later::ForeignKey(table, name, key, validity);
                        self.split.later.push(later);
                        self.split.later.push(Later::Validate(table, name));
                        continue;
                    }
                    sql::add_foreign_key(table, name, key, validity)
                }
                Constraint::Check(name, check) => {
                    self.check_rows(table, name, check);
                    sql::add_check(table, name, check, validity)
                }
            };
            self.step.push(add, sql::drop_constraint(table, name));
            if validity == Validity::Later {
                self.split.later.push(Later::Validate(table, name));
            }
        }
    }

    fn waits_for_key(&self, key: &'c ForeignKey) -> bool {
        self.settings.mode == Mode::LockSafe && self.facts.waits_for_key(key)
    }

    fn check_rows(&mut self, table: &QualifiedName, name: &str, check: &Check) {
        let renames: BTreeMap<String, String> = self
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::RenameColumn {
                    table: renamed,
                    from,
                    to,
                } if renamed == table => Some((to.clone(), from.clone())),
                _ => None,
            })
            .collect();
        // A condition on a column that is only added, or has another type for now, cannot be asked yet.
        let on_column_to_come = self.changes.iter().any(|change| match change {
            Change::AddColumn {
                table: changed,
                column,
            }
            | Change::AlterColumn {
                table: changed,
                to: column,
                ..
            } => {
                let is_new = matches!(change, Change::AddColumn { .. })
                    || self.before.is_retyped(table, &column.name);
                is_new && changed == table && check.expression.mentions(&column.name)
            }
            _ => false,
        });
        if !on_column_to_come {
            let former = |expression: &Expression| expression.with_columns_renamed(&renames);
            self.step.checks.extend(DataCheck::condition(
                self.before,
                table,
                name,
                check,
                former,
            ));
        }
    }

    pub(super) fn indexes(&mut self) {
        for change in self.changes {
            let Change::CreateIndex { table, name, index } = change else {
                continue;
            };
            if self.settings.mode == Mode::LockSafe && !self.facts.created.contains(table) {
                self.split.later.push(Later::Index(table, name, index));
                continue;
            }
            self.step.expect(self.before.expect_table(table));
            let qualified = QualifiedName::new(&table.schema, name);
            self.step.push(
                sql::create_index(table, name, index, Build::Blocking),
                sql::drop_index(&qualified),
            );
            self.step.creates.push(qualified);
            self.hazard(HazardCode::ScansTable, format!("{table}, to build {name}"));
        }
    }

    pub(super) fn comments(&mut self) {
        for change in self.changes {
            let Change::CommentOnTable { table, from, to } = change else {
                continue;
            };
            let commented = Commented::Table(table.clone());
            self.step.push(
                sql::comment_on(&commented, to.as_deref()),
                sql::comment_on(&commented, from.as_deref()),
            );
        }
    }
}
