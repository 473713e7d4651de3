use super::before::Before;
use super::hazard::{Hazard, HazardCode};
use super::step::{Half, Statement, Step, Transaction};
use super::{Mode, Settings, marks};
use crate::catalog::{Detail, Index, QualifiedName};
use crate::sql::{self, Build, Commented};

/// An index that goes.
pub(super) struct Dropped<'c> {
    pub(super) table: &'c QualifiedName,
    pub(super) name: &'c str,
    pub(super) index: &'c Index,
}

impl Dropped<'_> {
    pub(super) fn qualified(&self) -> QualifiedName {
        QualifiedName::new(&self.table.schema, self.name)
    }

    /// What brings it back, with everything that was marked on it.
    pub(super) fn restore(&self, build: Build) -> Vec<Statement> {
        let name = self.qualified();
        let mut statements = vec![Statement {
            sql: sql::create_index(self.table, self.name, self.index, build),
            done_when: (build == Build::Concurrently).then(|| sql::is_valid(&name)),
        }];
        if let Some(comment) = &self.index.comment {
            statements.push(Statement {
                sql: sql::comment_on(&Commented::Index(name.clone()), Some(comment)),
                done_when: Some(sql::has_comment(&name, comment)),
            });
        }
        statements.extend(marks::restore(
            self.table,
            self.name,
            &self.index.attributes,
        ));
        statements
    }

    pub(super) fn hazard(&self) -> Hazard {
        Hazard {
            code: HazardCode::IndexDropped,
            text: format!("{} on {}", self.qualified(), self.table),
        }
    }
}

/// Dropping takes a moment each and stands in one transaction; the way back builds, and builds
/// CONCURRENTLY.
pub(super) fn plan(
    schema: &str,
    dropped: &[Dropped<'_>],
    before: &Before<'_>,
    settings: &Settings<'_>,
) -> Step {
    let mut step = Step::new(
        schema,
        &format!("{}_drop_indexes", settings.name),
        Transaction::One,
    );
    let (transaction, build) = match settings.mode {
        Mode::LockSafe => (Transaction::None, Build::Concurrently),
        Mode::Direct => (Transaction::One, Build::Blocking),
    };
    step.down = Half {
        transaction,
        statements: Vec::new(),
    };
    for index in dropped {
        step.up
            .statements
            .push(sql::drop_index(&index.qualified()).into());
        step.down.statements.extend(index.restore(build));
        step.expect(before.expect_index(index.table, index.name, Detail::Whole));
        step.hazards.push(index.hazard());
    }
    step
}
