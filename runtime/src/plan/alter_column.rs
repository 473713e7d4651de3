use super::before::Before;
use super::data_check::DataCheck;
use super::hazard::{Hazard, HazardCode};
use super::step::{Class, Step};
use super::type_change::TypeChange;
use super::{Mode, Unsupported};
use crate::catalog::{Column, Default, QualifiedName};
use crate::sql::{self, Commented, Conversion};

/// What is left for steps of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rest {
    Nothing,
    /// The column becomes NOT NULL.
    NotNull,
}

/// Brings a column to its declaration, one aspect after the other.
pub(super) fn plan(
    step: &mut Step,
    before: &Before<'_>,
    table: &QualifiedName,
    (from, to): (&Column, &Column),
    mode: Mode,
) -> Result<Rest, Unsupported> {
    if from.sql_type == to.sql_type && from.collation == to.collation {
        if from.default != to.default {
            alter_default(step, table, from, to)?;
        }
    } else if let Default::Expression(_) = &from.default {
        // Postgres would carry the old default over to the new type, and fail where it cannot.
        let bare = Column {
            default: Default::None,
            ..to.clone()
        };
        alter_default(step, table, from, &bare)?;
        alter_type(step, before, table, from, to);
        alter_default(step, table, &bare, to)?;
    } else {
        alter_type(step, before, table, from, to);
        if from.default != to.default {
            alter_default(step, table, from, to)?;
        }
    }
    if from.comment != to.comment {
        let column = Commented::Column(table.clone(), to.name.clone());
        step.push(
            sql::comment_on(&column, to.comment.as_deref()),
            sql::comment_on(&column, from.comment.as_deref()),
        );
    }
    match (from.nullable, to.nullable) {
        (false, true) => {
            step.push(
                sql::drop_not_null(table, &to.name),
                sql::set_not_null(table, &to.name),
            );
            Ok(Rest::Nothing)
        }
        (true, false) if mode == Mode::Direct => {
            step.push(
                sql::set_not_null(table, &to.name),
                sql::drop_not_null(table, &to.name),
            );
            step.hazards.push(Hazard {
                code: HazardCode::ScansTable,
                text: format!("{table}, to set {} NOT NULL", to.name),
            });
            Ok(Rest::Nothing)
        }
        (true, false) => Ok(Rest::NotNull),
        _ => Ok(Rest::Nothing),
    }
}

fn alter_type(
    step: &mut Step,
    before: &Before<'_>,
    table: &QualifiedName,
    from: &Column,
    to: &Column,
) {
    let change = TypeChange::of(&to.name, &from.sql_type, &to.sql_type);
    let conversion = match change {
        TypeChange::Cast => Conversion::Explicit,
        // The assignment fails on a value that does not fit, where an explicit cast would cut it off.
        _ => Conversion::Assignment,
    };
    step.push(
        sql::alter_type(
            table,
            &to.name,
            &to.sql_type,
            to.collation.as_deref(),
            conversion,
        ),
        sql::alter_type(
            table,
            &to.name,
            &from.sql_type,
            from.collation.as_deref(),
            conversion,
        ),
    );
    if let Some(sequence) = to.default.sequence().filter(|_| from.default == to.default) {
        let sequence = QualifiedName::new(&table.schema, sequence);
        step.push(
            sql::alter_sequence_type(&sequence, &to.sql_type),
            sql::alter_sequence_type(&sequence, &from.sql_type),
        );
    }
    let what = || {
        format!(
            "{table}: {} changes from {} to {}",
            to.name, from.sql_type, to.sql_type
        )
    };
    match change {
        TypeChange::Relabelled if from.collation == to.collation => {}
        TypeChange::Relabelled | TypeChange::Widened => {
            step.hazards.push(Hazard {
                code: HazardCode::RewritesTable,
                text: what(),
            });
        }
        TypeChange::Narrowed(fits) => {
            step.checks.extend(DataCheck::fits(
                before,
                table,
                &to.name,
                &to.sql_type,
                &fits,
            ));
            step.hazards.push(Hazard {
                code: HazardCode::RewritesTable,
                text: what(),
            });
        }
        TypeChange::Cast => {
            step.hazards.push(Hazard {
                code: HazardCode::RewritesTable,
                text: what(),
            });
            step.hazards.push(Hazard {
                code: HazardCode::DeletesData,
                text: format!("{}, through a cast that may change its values", what()),
            });
            step.weaken(Class::Irreversible(format!(
                "the cast of `{}` of {table} from {} to {} may have changed values",
                to.name, from.sql_type, to.sql_type
            )));
        }
    }
}

fn alter_default(
    step: &mut Step,
    table: &QualifiedName,
    from: &Column,
    to: &Column,
) -> Result<(), Unsupported> {
    let statement = |column: &Column| match &column.default {
        Default::None => Some(sql::drop_default(table, &to.name)),
        Default::Expression(expression) => {
            Some(sql::set_default(table, &to.name, expression.sql()))
        }
        _ => None,
    };
    if from.default == to.default {
        return Ok(());
    }
    let (Some(up), Some(down)) = (statement(from).and(statement(to)), statement(from)) else {
        return Err(Unsupported(format!(
            "the column `{}` of {table} changes between a plain value and one that a sequence or an expression makes. \
             That is not generated yet: write the migration by hand, accept it with `generate --seal`, run it, and read the outcome with `baseline --again`",
            to.name
        )));
    };
    step.push(up, down);
    Ok(())
}
