//! Columns that go, come or change.

use super::InOneGo;
use crate::catalog::Default;
use crate::diff::Change;
use crate::plan::constraints::Later;
use crate::plan::{Class, DataCheck, HazardCode, Unsupported, alter_column};
use crate::sql::{self, Commented};

impl InOneGo<'_, '_, '_> {
    pub(super) fn columns(&mut self) -> Result<(), Unsupported> {
        // A column that is made of others goes before them.
        let stays_longer = |change: &&Change| !matches!(change, Change::DropColumn { column, .. } if matches!(column.default, Default::Generated(_)));
        let mut changes: Vec<&Change> = self.changes.to_vec();
        changes.sort_by_key(stays_longer);
        for change in changes {
            match change {
                Change::DropColumn { table, column } => {
                    self.step.expect(self.before.expect_table(table));
                    let mut again = column.clone();
                    // On a table with rows a NOT NULL column without a default cannot be added.
                    again.nullable |= again.default.is_none();
                    let mut restore = sql::add_column(table, &again);
                    if let Some(comment) = &column.comment {
                        let commented = Commented::Column(table.clone(), column.name.clone());
                        restore.push(sql::comment_on(&commented, Some(comment)));
                    }
                    self.step
                        .push_all(vec![sql::drop_column(table, &column.name)], restore);
                    self.hazard(
                        HazardCode::DeletesData,
                        format!("{table}: the values of `{}` are gone", column.name),
                    );
                    self.step.weaken(Class::Irreversible(format!(
                        "the values of `{}` of {table} are gone",
                        column.name
                    )));
                }
                Change::AddColumn { table, column } => {
                    self.step.expect(self.before.expect_table(table));
                    if !column.nullable && column.default.is_none() {
                        self.step.checks.push(DataCheck::empty(
                            table,
                            format!(
                                "the new column `{}` of {table} is NOT NULL and has no default, so the rows that are there would have no value for it. \
                                 Declare a default, or make it an `Option` first and fill it",
                                column.name
                            ),
                        ));
                    }
                    if column.default.is_none() {
                        self.step
                            .drops_columns_on_the_way_back
                            .push((table.clone(), column.name.clone()));
                    }
                    self.step.push_all(
                        sql::add_column(table, column),
                        vec![sql::drop_column(table, &column.name)],
                    );
                    if let Some(comment) = &column.comment {
                        let commented = Commented::Column(table.clone(), column.name.clone());
                        self.step
                            .push_all(vec![sql::comment_on(&commented, Some(comment))], vec![]);
                    }
                }
                Change::AlterColumn { table, from, to } => {
                    self.step.expect(self.before.expect_table(table));
                    let mode = self.settings.mode;
                    if alter_column::plan(&mut self.step, self.before, table, (from, to), mode)?
                        == alter_column::Rest::NotNull
                    {
                        self.split.later.push(Later::NotNull(table, &to.name));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}
