use super::before::Before;
use super::data_check::DataCheck;
use super::hazard::{Hazard, HazardCode};
use super::step::{Statement, Step, Transaction};
use super::{Settings, not_null};
use crate::catalog::{
    Attributes, Element, ElementKind, ForeignKey, Index, IndexKind, PrimaryKey, QualifiedName,
    Unique,
};
use crate::sql::{self, Build, Validity};

/// Work that takes long on a table with rows, and therefore has steps of its own.
pub(super) enum Later<'c> {
    /// An index.
    Index(&'c QualifiedName, &'c str, &'c Index),
    /// A unique constraint: its index first, then the constraint by that index.
    Unique(&'c QualifiedName, &'c str, &'c Unique),
    /// A primary key, in the same way.
    PrimaryKey(&'c QualifiedName, &'c PrimaryKey),
    /// A foreign key whose target's key has to be built first.
    ForeignKey(&'c QualifiedName, &'c str, &'c ForeignKey, Validity),
    /// The rows are checked against a constraint that is there as NOT VALID.
    Validate(&'c QualifiedName, &'c str),
    /// A column becomes NOT NULL.
    NotNull(&'c QualifiedName, &'c str),
}

impl Later<'_> {
    /// What comes first; among equals the order of the changes stays.
    pub(super) fn rank(&self) -> u8 {
        match self {
            // Before a primary key, which would else set its columns NOT NULL itself, with a scan.
            Self::NotNull(..) => 0,
            Self::Index(..) | Self::Unique(..) | Self::PrimaryKey(..) => 1,
            Self::ForeignKey(..) => 2,
            Self::Validate(..) => 3,
        }
    }

    pub(super) fn plan(
        &self,
        schema: &str,
        before: &Before<'_>,
        settings: &Settings<'_>,
        steps: &mut Vec<Step>,
    ) {
        match self {
            Self::Index(table, name, index) => {
                let mut step = build(schema, table, name, index, before, settings);
                if index.kind != IndexKind::Plain
                    && let Some(unique) = plain_unique(index)
                {
                    step.checks
                        .extend(DataCheck::unique(before, table, name, &unique));
                }
                steps.push(step);
            }
            Self::Unique(table, name, unique) => {
                let index = unique_index(
                    &unique.columns,
                    &unique.include,
                    unique.nulls_not_distinct,
                    &unique.attributes,
                );
                let mut step = build(schema, table, name, &index, before, settings);
                step.checks
                    .extend(DataCheck::unique(before, table, name, unique));
                steps.push(step);
                let attach = sql::unique_using_index(table, name, unique);
                steps.push(attached(schema, table, name, attach, settings));
            }
            Self::PrimaryKey(table, key) => {
                let index = unique_index(&key.columns, &key.include, false, &key.attributes);
                let mut step = build(schema, table, &key.name, &index, before, settings);
                let unique = Unique {
                    columns: key.columns.clone(),
                    include: Vec::new(),
                    nulls_not_distinct: false,
                    deferrable: key.deferrable,
                    attributes: Attributes::default(),
                    comment: None,
                };
                step.checks
                    .extend(DataCheck::unique(before, table, &key.name, &unique));
                steps.push(step);
                let attach = sql::primary_key_using_index(table, key);
                steps.push(attached(schema, table, &key.name, attach, settings));
            }
            Self::ForeignKey(table, name, key, validity) => {
                let name_of_step = format!("{}_add_{name}", settings.name);
                let mut step = Step::new(schema, &name_of_step, Transaction::One);
                step.push(
                    sql::add_foreign_key(table, name, key, *validity),
                    sql::drop_constraint(table, name),
                );
                step.expect(before.expect_table(table));
                steps.push(step);
            }
            Self::Validate(table, name) => {
                let mut step = Step::new(
                    schema,
                    &format!("{}_validate_{name}", settings.name),
                    Transaction::One,
                );
                step.up
                    .statements
                    .push(sql::validate_constraint(table, name).into());
                steps.push(step);
            }
            Self::NotNull(table, column) => {
                not_null::plan(schema, table, column, before, settings, steps);
            }
        }
    }
}

fn build(
    schema: &str,
    table: &QualifiedName,
    name: &str,
    index: &Index,
    before: &Before<'_>,
    settings: &Settings<'_>,
) -> Step {
    let qualified = QualifiedName::new(&table.schema, name);
    let mut step = Step::new(
        schema,
        &format!("{}_build_{name}", settings.name),
        Transaction::None,
    );
    step.up.statements.push(Statement {
        sql: sql::create_index(table, name, index, Build::Concurrently),
        done_when: Some(sql::is_valid(&qualified)),
    });
    step.down.statements.push(Statement {
        sql: sql::drop_index_concurrently(&qualified),
        done_when: Some(sql::is_absent(&qualified)),
    });
    step.expect(before.expect_table(table));
    step.hazards.push(Hazard {
        code: HazardCode::IndexBuild,
        text: format!("{qualified} on {table}"),
    });
    step.creates.push(qualified);
    step
}

/// Going back, the constraint takes its index along; so the step that built it is undone as well.
fn attached(
    schema: &str,
    table: &QualifiedName,
    name: &str,
    attach: String,
    settings: &Settings<'_>,
) -> Step {
    let mut step = Step::new(
        schema,
        &format!("{}_attach_{name}", settings.name),
        Transaction::One,
    );
    step.push(attach, sql::drop_constraint(table, name));
    step.undoes_before = 1;
    step
}

fn unique_index(
    columns: &[String],
    include: &[String],
    nulls_not_distinct: bool,
    attributes: &Attributes,
) -> Index {
    Index {
        kind: if nulls_not_distinct {
            IndexKind::UniqueNullsNotDistinct
        } else {
            IndexKind::Unique
        },
        method: "btree".to_owned(),
        elements: columns
            .iter()
            .map(|column| Element {
                kind: ElementKind::Column(column.clone()),
                collation: None,
                operator_class: None,
                descending: false,
                nulls_first: false,
            })
            .collect(),
        include: include.to_vec(),
        predicate: None,
        attributes: attributes.clone(),
        comment: None,
    }
}

/// The constraint that a unique index is like, where it is like one: no condition, no expression.
fn plain_unique(index: &Index) -> Option<Unique> {
    if index.predicate.is_some() {
        return None;
    }
    let columns: Option<Vec<String>> = index
        .elements
        .iter()
        .map(|element| match &element.kind {
            ElementKind::Column(name) => Some(name.clone()),
            ElementKind::Expression(_) => None,
        })
        .collect();
    Some(Unique {
        columns: columns?,
        include: Vec::new(),
        nulls_not_distinct: index.kind == IndexKind::UniqueNullsNotDistinct,
        deferrable: crate::catalog::Deferrable::Not,
        attributes: Attributes::default(),
        comment: None,
    })
}
