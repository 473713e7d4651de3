use super::hazard::{Hazard, HazardCode};
use super::step::{Class, Step};
use super::{Mode, Unsupported};
use crate::catalog::{Column, Default, QualifiedName, SqlType};
use crate::sql::{self, Commented};

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
    table: &QualifiedName,
    from: &Column,
    to: &Column,
    mode: Mode,
) -> Result<Rest, Unsupported> {
    if from.sql_type != to.sql_type || from.collation != to.collation {
        alter_type(step, table, from, to);
    }
    if from.default != to.default {
        alter_default(step, table, from, to)?;
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

fn alter_type(step: &mut Step, table: &QualifiedName, from: &Column, to: &Column) {
    step.push(
        sql::alter_type(table, &to.name, &to.sql_type, to.collation.as_deref()),
        sql::alter_type(table, &to.name, &from.sql_type, from.collation.as_deref()),
    );
    if is_wider(&from.sql_type, &to.sql_type) && from.collation == to.collation {
        return;
    }
    step.hazards.push(Hazard {
        code: HazardCode::RewritesTable,
        text: format!(
            "{table}: {} changes from {} to {}",
            to.name, from.sql_type, to.sql_type
        ),
    });
    step.weaken(Class::Irreversible(format!(
        "the cast of `{}` from {} to {} and back may change values",
        to.name, from.sql_type, to.sql_type
    )));
}

/// Whether the change only lifts a limit of a text, which rewrites nothing (since PostgreSQL 9.2).
fn is_wider(from: &SqlType, to: &SqlType) -> bool {
    let limit = |sql_type: &SqlType| {
        let text = sql_type.sql();
        if text == "text" || text == "character varying" {
            return Some(u32::MAX);
        }
        text.strip_prefix("character varying(")?
            .strip_suffix(')')?
            .parse()
            .ok()
    };
    matches!((limit(from), limit(to)), (Some(from), Some(to)) if from <= to)
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
    let (Some(up), Some(down)) = (statement(from).and(statement(to)), statement(from)) else {
        return Err(Unsupported(format!(
            "the column `{}` of {table} changes between a plain value and one that a sequence or an expression makes. \
             That is not generated yet: write the migration by hand, run it, and adopt the outcome with `baseline`",
            to.name
        )));
    };
    step.push(up, down);
    Ok(())
}
