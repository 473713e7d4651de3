use super::{quoted, table::nextval};
use crate::catalog::{Column, Default, QualifiedName, SqlType};

/// A column in a CREATE TABLE or an ADD COLUMN.
pub(super) fn definition(schema: &str, column: &Column) -> String {
    let mut text = format!("{} {}", quoted(&column.name), column.sql_type);
    if let Some(collation) = &column.collation {
        text.push_str(&format!(" COLLATE {collation}"));
    }
    if !column.nullable {
        text.push_str(" NOT NULL");
    }
    match &column.default {
        Default::None => {}
        Default::Expression(expression) => text.push_str(&format!(" DEFAULT {expression}")),
        Default::Serial(sequence) => {
            text.push_str(&format!(" DEFAULT {}", nextval(schema, sequence)));
        }
        Default::IdentityAlways(sequence) => text.push_str(&identity("ALWAYS", schema, sequence)),
        Default::IdentityByDefault(sequence) => {
            text.push_str(&identity("BY DEFAULT", schema, sequence));
        }
        Default::Generated(expression) => {
            text.push_str(&format!(" GENERATED ALWAYS AS ({expression}) STORED"));
        }
    }
    text
}

fn identity(kind: &str, schema: &str, sequence: &str) -> String {
    let sequence = QualifiedName::new(schema, sequence).sql();
    format!(" GENERATED {kind} AS IDENTITY (SEQUENCE NAME {sequence})")
}

/// The column, with the sequence that it owns.
pub(crate) fn add_column(table: &QualifiedName, column: &Column) -> Vec<String> {
    let add = format!(
        "ALTER TABLE {} ADD COLUMN {}",
        table.sql(),
        definition(&table.schema, column)
    );
    let Default::Serial(sequence) = &column.default else {
        return vec![add];
    };
    let sequence = QualifiedName::new(&table.schema, sequence).sql();
    vec![
        format!("CREATE SEQUENCE {sequence} AS {}", column.sql_type),
        add,
        format!(
            "ALTER SEQUENCE {sequence} OWNED BY {}.{}",
            table.sql(),
            quoted(&column.name)
        ),
    ]
}

pub(crate) fn drop_column(table: &QualifiedName, column: &str) -> String {
    format!("ALTER TABLE {} DROP COLUMN {}", table.sql(), quoted(column))
}

pub(crate) fn rename_column(table: &QualifiedName, from: &str, to: &str) -> String {
    format!(
        "ALTER TABLE {} RENAME COLUMN {} TO {}",
        table.sql(),
        quoted(from),
        quoted(to)
    )
}

/// How values get to another type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    /// As by an INSERT: a value that does not fit is an error.
    Assignment,
    /// By an explicit cast, which cuts off what does not fit.
    Explicit,
}

pub(crate) fn alter_type(
    table: &QualifiedName,
    column: &str,
    to: &SqlType,
    collation: Option<&str>,
    conversion: Conversion,
) -> String {
    let collation = collation.map_or(String::new(), |name| format!(" COLLATE {name}"));
    let using = match conversion {
        Conversion::Assignment => String::new(),
        Conversion::Explicit => format!(" USING {}::{to}", quoted(column)),
    };
    alter(table, column, &format!("TYPE {to}{collation}{using}"))
}

fn alter(table: &QualifiedName, column: &str, action: &str) -> String {
    format!(
        "ALTER TABLE {} ALTER COLUMN {} {action}",
        table.sql(),
        quoted(column)
    )
}

pub(crate) fn set_not_null(table: &QualifiedName, column: &str) -> String {
    alter(table, column, "SET NOT NULL")
}

pub(crate) fn drop_not_null(table: &QualifiedName, column: &str) -> String {
    alter(table, column, "DROP NOT NULL")
}

pub(crate) fn set_default(table: &QualifiedName, column: &str, expression: &str) -> String {
    alter(table, column, &format!("SET DEFAULT {expression}"))
}

pub(crate) fn drop_default(table: &QualifiedName, column: &str) -> String {
    alter(table, column, "DROP DEFAULT")
}
