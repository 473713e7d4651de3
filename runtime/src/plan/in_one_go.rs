use std::collections::{BTreeMap, BTreeSet};

use super::before::Before;
use super::constraints::Later;
use super::data_check::DataCheck;
use super::drop_indexes::Dropped;
use super::hazard::{Hazard, HazardCode};
use super::step::{Class, Step, Transaction};
use super::{Mode, Settings, Split, Unsupported, alter_column, create_table};
use crate::catalog::{Check, Expression, QualifiedName};
use crate::diff::{Change, Constraint};
use crate::sql::{self, Build, Commented, Validity};

/// The quick changes of one schema, in one transaction. What takes long goes to `split`.
pub(super) fn plan<'c>(
    schema: &str,
    changes: &[&'c Change],
    before: &Before<'_>,
    settings: &Settings<'_>,
    split: &mut Split<'c>,
) -> Result<Step, Unsupported> {
    let mut work = InOneGo {
        step: Step::new(schema, settings.name.to_owned(), Transaction::One),
        facts: Facts::of(changes),
        changes,
        before,
        settings,
        split,
    };
    work.comment_on_schema();
    work.moves();
    work.drops_that_make_room();
    work.renames();
    work.drop_constraints();
    work.drop_tables();
    work.columns()?;
    work.create_tables();
    work.constraints();
    work.indexes();
    work.comments();
    Ok(work.step)
}

/// What a glance over all changes of the schema tells.
struct Facts<'c> {
    created: BTreeSet<&'c QualifiedName>,
    dropped_columns: BTreeSet<(&'c QualifiedName, &'c str)>,
    /// Relation names that the plan gives to something.
    taken: BTreeSet<&'c str>,
}

impl<'c> Facts<'c> {
    fn of(changes: &[&'c Change]) -> Self {
        let mut facts = Self {
            created: BTreeSet::new(),
            dropped_columns: BTreeSet::new(),
            taken: BTreeSet::new(),
        };
        for change in changes {
            match change {
                Change::CreateTable { name, .. } => {
                    facts.created.insert(name);
                    facts.taken.insert(&name.name);
                }
                Change::DropColumn { table, column } => {
                    facts.dropped_columns.insert((table, &column.name));
                }
                Change::RenameIndex { to, .. } | Change::RenameConstraint { to, .. } => {
                    facts.taken.insert(to);
                }
                Change::CreateIndex { name, .. } => {
                    facts.taken.insert(name);
                }
                Change::AddConstraint { constraint, .. } => {
                    facts.taken.insert(constraint.name());
                }
                _ => {}
            }
        }
        facts
    }

    /// Whether an index must be gone before the rest can be done.
    fn in_the_way(&self, dropped: &Dropped<'_>) -> bool {
        self.taken.contains(dropped.name)
            || dropped
                .index
                .elements
                .iter()
                .any(|element| match &element.kind {
                    crate::catalog::ElementKind::Column(column) => self
                        .dropped_columns
                        .contains(&(dropped.table, column.as_str())),
                    crate::catalog::ElementKind::Expression(_) => false,
                })
    }
}

struct InOneGo<'w, 'c, 'b> {
    step: Step,
    facts: Facts<'c>,
    changes: &'w [&'c Change],
    before: &'w Before<'b>,
    settings: &'w Settings<'w>,
    split: &'w mut Split<'c>,
}

impl<'c> InOneGo<'_, 'c, '_> {
    fn hazard(&mut self, code: HazardCode, text: String) {
        self.step.hazards.push(Hazard { code, text });
    }

    fn comment_on_schema(&mut self) {
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

    fn moves(&mut self) {
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
            self.hazard(
                HazardCode::TableMoved,
                format!(
                    "{from} -> {to}: ACCESS EXCLUSIVE for a moment, no row is copied; \
                     clients and function bodies that say `{from}`, or find it by search_path, fail from then on"
                ),
            );
        }
        if !arrived.is_empty() {
            // What it grants is noted in the ledger and taken back from there.
            self.step
                .up
                .statements
                .push(sql::grant_usage(&self.step.schema, &arrived).into());
        }
    }

    fn drops_that_make_room(&mut self) {
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
            self.step.expect(self.before.expect_index(table, name));
            self.step.hazards.push(dropped.hazard());
        }
    }

    fn renames(&mut self) {
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
                        format!("{table}: `{from}` is called `{to}` from then on; clients that say `{from}` fail"),
                    );
                }
                Change::RenameConstraint { table, before, to } => {
                    self.step
                        .expect(self.before.expect_constraint(table, before.name()));
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
                    self.step.expect(self.before.expect_index(table, from));
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

    fn drop_constraints(&mut self) {
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
                self.step
                    .expect(self.before.expect_constraint(table, constraint.name()));
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
                        "{table}: the way back adds `{}` again, and reads the table under a lock",
                        constraint.name()
                    ),
                );
            }
        }
    }

    fn drop_tables(&mut self) {
        let dropped: BTreeMap<&QualifiedName, &crate::catalog::Table> = self
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
                format!("{name} is dropped with its rows; the way back creates it empty"),
            );
            self.step
                .weaken(Class::Irreversible(format!("the rows of {name} are gone")));
        }
    }

    fn columns(&mut self) -> Result<(), Unsupported> {
        for change in self.changes {
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
                    if alter_column::plan(&mut self.step, table, from, to, mode)?
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

    fn create_tables(&mut self) {
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
        for change in self.changes {
            let Change::CreateTable { name, table } = change else {
                continue;
            };
            for (key_name, key) in &table.foreign_keys {
                self.step.push(
                    sql::add_foreign_key(name, key_name, key, Validity::Checked),
                    sql::drop_constraint(name, key_name),
                );
            }
        }
    }

    fn constraints(&mut self) {
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
                        self.step
                        .checks
                        .extend(DataCheck::parents(self.before, table, name, key));
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
        // A condition on a column that is only added has nothing to be asked of yet.
        let on_new_column = self.changes.iter().any(
            |change| matches!(change, Change::AddColumn { table: changed, .. } if changed == table),
        );
        if !on_new_column {
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

    fn indexes(&mut self) {
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
            self.hazard(
                HazardCode::IndexBuild,
                format!("on {table}: reads the whole table, and writers wait for it"),
            );
        }
    }

    fn comments(&mut self) {
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
