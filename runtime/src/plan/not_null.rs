use super::Settings;
use super::before::Before;
use super::data_check::DataCheck;
use super::step::{Step, Transaction};
use crate::catalog::{Check, Expression, QualifiedName};
use crate::sql::{self, Validity};

/// SET NOT NULL without reading the table under a lock: a check that is validated first proves it
/// (PostgreSQL 12 and later), and is dropped in the same transaction.
pub(super) fn plan(
    schema: &str,
    table: &QualifiedName,
    column: &str,
    before: &Before<'_>,
    settings: &Settings<'_>,
    steps: &mut Vec<Step>,
) {
    let proof = format!("ck_{}_{column}_not_null", table.name);
    let check = Check {
        expression: Expression::new(format!("{} IS NOT NULL", sql::quoted(column))),
        no_inherit: false,
        not_valid: false,
        comment: None,
    };
    let name = |what: &str| format!("{}_{what}_{}_{column}", settings.name, table.name);

    let mut prepare = Step::new(schema, &name("prepare_not_null"), Transaction::One);
    prepare.push(
        sql::add_check(table, &proof, &check, Validity::Later),
        sql::drop_constraint(table, &proof),
    );
    prepare.expect(before.expect_table(table));
    prepare
        .checks
        .extend(DataCheck::not_null(before, table, column));
    steps.push(prepare);

    let mut validate = Step::new(schema, &name("prove_not_null"), Transaction::One);
    validate
        .up
        .statements
        .push(sql::validate_constraint(table, &proof).into());
    steps.push(validate);

    let mut set = Step::new(schema, &name("set_not_null"), Transaction::One);
    set.up
        .statements
        .push(sql::set_not_null(table, column).into());
    set.up
        .statements
        .push(sql::drop_constraint(table, &proof).into());
    set.down
        .statements
        .push(sql::drop_not_null(table, column).into());
    set.undoes_before = 2;
    steps.push(set);
}
