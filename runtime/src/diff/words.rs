use std::fmt;

use super::{Change, Constraint};

/// One line for people: what is changed, and how.
impl fmt::Display for Change {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CreateSchema { name } => write!(formatter, "create schema {name}"),
            Self::CommentOnSchema { name, .. } => write!(formatter, "comment on schema {name}"),
            Self::MoveTable { from, to } => write!(formatter, "move table {from} to {to}"),
            Self::CreateTable { name, .. } => write!(formatter, "create table {name}"),
            Self::DropTable { name, .. } => write!(formatter, "drop table {name}"),
            Self::CommentOnTable { table, .. } => write!(formatter, "comment on table {table}"),
            Self::RenameColumn { table, from, to } => {
                write!(formatter, "{table}: rename column {from} to {to}")
            }
            Self::AddColumn { table, column } => {
                write!(
                    formatter,
                    "{table}: add column {} {}",
                    column.name, column.sql_type
                )
            }
            Self::DropColumn { table, column } => {
                write!(formatter, "{table}: drop column {}", column.name)
            }
            Self::AlterColumn { table, from, to } => {
                write!(formatter, "{table}: alter column {}", to.name)?;
                let mut separator = ": ";
                let mut aspect = |formatter: &mut fmt::Formatter<'_>, text: String| {
                    let written = write!(formatter, "{separator}{text}");
                    separator = ", ";
                    written
                };
                if from.sql_type != to.sql_type || from.collation != to.collation {
                    aspect(
                        formatter,
                        format!("type {} becomes {}", from.sql_type, to.sql_type),
                    )?;
                }
                if from.nullable != to.nullable {
                    let text = if to.nullable {
                        "may be NULL"
                    } else {
                        "becomes NOT NULL"
                    };
                    aspect(formatter, text.to_owned())?;
                }
                if from.default != to.default {
                    aspect(formatter, "default".to_owned())?;
                }
                if from.comment != to.comment {
                    aspect(formatter, "comment".to_owned())?;
                }
                Ok(())
            }
            Self::RenameSequence { schema, from, to } => {
                write!(formatter, "{schema}: rename sequence {from} to {to}")
            }
            Self::AddConstraint { table, constraint } => {
                write!(
                    formatter,
                    "{table}: add {} {}",
                    kind(constraint),
                    constraint.name()
                )
            }
            Self::DropConstraint { table, constraint } => {
                write!(
                    formatter,
                    "{table}: drop {} {}",
                    kind(constraint),
                    constraint.name()
                )
            }
            Self::RenameConstraint { table, before, to } => {
                write!(
                    formatter,
                    "{table}: rename {} {} to {to}",
                    kind(before),
                    before.name()
                )
            }
            Self::CreateIndex { table, name, .. } => {
                write!(formatter, "{table}: create index {name}")
            }
            Self::DropIndex { table, name, .. } => write!(formatter, "{table}: drop index {name}"),
            Self::RenameIndex { table, from, to } => {
                write!(formatter, "{table}: rename index {from} to {to}")
            }
        }
    }
}

fn kind(constraint: &Constraint) -> &'static str {
    match constraint {
        Constraint::PrimaryKey(_) => "primary key",
        Constraint::Unique(..) => "unique constraint",
        Constraint::ForeignKey(..) => "foreign key",
        Constraint::Check(..) => "check constraint",
    }
}
