use std::fmt;
use std::str::FromStr;

use super::name::{identifier, quoted};
use super::{
    Attributes, Catalog, Check, Column, Default, ElementKind, ForeignKey, Index, IndexKind,
    PrimaryKey, QualifiedName, Table, Unique,
};

/// The name of an object that a migration touches. Indexes and constraints are named with their
/// table, because the table's place is what changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectName {
    /// `table rag.documents`.
    Table(QualifiedName),
    /// `index rag.documents ix_documents_source_id`.
    Index(QualifiedName, String),
    /// `constraint rag.documents pk_documents`.
    Constraint(QualifiedName, String),
}

impl ObjectName {
    /// The table that it is, or belongs to.
    pub fn table(&self) -> &QualifiedName {
        match self {
            Self::Table(table) | Self::Index(table, _) | Self::Constraint(table, _) => table,
        }
    }

    /// The same object, when its table stands elsewhere.
    pub fn at(&self, table: QualifiedName) -> Self {
        match self {
            Self::Table(_) => Self::Table(table),
            Self::Index(_, name) => Self::Index(table, name.clone()),
            Self::Constraint(_, name) => Self::Constraint(table, name.clone()),
        }
    }
}

impl fmt::Display for ObjectName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(table) => write!(formatter, "table {table}"),
            Self::Index(table, name) => write!(formatter, "index {table} {}", quoted(name)),
            Self::Constraint(table, name) => {
                write!(formatter, "constraint {table} {}", quoted(name))
            }
        }
    }
}

/// A text that names no object.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` names no object: write `table schema.name`, `index schema.table \"name\"` or `constraint schema.table \"name\"`"
)]
pub struct NotAnObjectName(String);

impl FromStr for ObjectName {
    type Err = NotAnObjectName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAnObjectName(text.to_owned());
        let (kind, rest) = text.split_once(' ').ok_or_else(wrong)?;
        if kind == "table" {
            return rest.parse().map(Self::Table).map_err(|_| wrong());
        }
        let (schema, rest) = identifier(rest).ok_or_else(wrong)?;
        let (table, rest) = rest
            .strip_prefix('.')
            .and_then(identifier)
            .ok_or_else(wrong)?;
        let (name, rest) = rest
            .strip_prefix(' ')
            .and_then(identifier)
            .ok_or_else(wrong)?;
        let table = QualifiedName {
            schema,
            name: table,
        };
        match kind {
            "index" if rest.is_empty() => Ok(Self::Index(table, name)),
            "constraint" if rest.is_empty() => Ok(Self::Constraint(table, name)),
            _ => Err(wrong()),
        }
    }
}

/// How much of an object is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Everything: what a drop would lose.
    Whole,
    /// What it does, without what is marked on it (comment, CLUSTER mark, storage parameters,
    /// tablespace): a rename keeps those whatever they are.
    Definition,
}

impl Catalog {
    /// The object's definition in one line, the same whoever wrote it; `None` if it is not there.
    pub fn describe(&self, object: &ObjectName, detail: Detail) -> Option<String> {
        let table = self.table(object.table())?;
        let (definition, marks) = match object {
            ObjectName::Table(_) => (describe_table(table), String::new()),
            ObjectName::Index(_, name) => table.indexes.get(name).map(|index| {
                let marks = describe_marks(&index.attributes, index.comment.as_deref());
                (describe_index(index), marks)
            })?,
            ObjectName::Constraint(_, name) => describe_constraint(table, name)?,
        };
        Some(match detail {
            Detail::Whole => definition + &marks,
            Detail::Definition => definition,
        })
    }
}

fn describe_table(table: &Table) -> String {
    // By name: a table whose dropped column came back last is still the same table.
    let mut columns: Vec<&Column> = table.columns.iter().collect();
    columns.sort_by(|left, right| left.name.cmp(&right.name));
    let columns: Vec<String> = columns.into_iter().map(describe_column).collect();
    format!("({})", columns.join(", "))
}

fn describe_column(column: &Column) -> String {
    let mut text = format!("{} {}", quoted(&column.name), column.sql_type);
    if let Some(collation) = &column.collation {
        text.push_str(&format!(" collate {collation}"));
    }
    if !column.nullable {
        text.push_str(" not null");
    }
    match &column.default {
        Default::None => {}
        Default::Expression(expression) => {
            text.push_str(&format!(" default {}", expression.canonical()));
        }
        Default::Serial(sequence) => text.push_str(&format!(" serial {}", quoted(sequence))),
        Default::IdentityAlways(_) => text.push_str(" generated always as identity"),
        Default::IdentityByDefault(_) => text.push_str(" generated by default as identity"),
        Default::Generated(expression) => {
            text.push_str(&format!(
                " generated always as ({})",
                expression.canonical()
            ));
        }
    }
    text
}

fn list(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    format!("({})", names.join(", "))
}

fn describe_index(index: &Index) -> String {
    let elements: Vec<String> = index
        .elements
        .iter()
        .map(|element| {
            let mut text = match &element.kind {
                ElementKind::Column(name) => quoted(name),
                ElementKind::Expression(expression) => format!("({})", expression.canonical()),
            };
            for extra in [&element.collation, &element.operator_class]
                .into_iter()
                .flatten()
            {
                text.push_str(&format!(" {extra}"));
            }
            if element.descending {
                text.push_str(" desc");
            }
            if element.nulls_first != element.descending {
                text.push_str(if element.nulls_first {
                    " nulls first"
                } else {
                    " nulls last"
                });
            }
            text
        })
        .collect();
    let mut text = match index.kind {
        IndexKind::Plain => String::new(),
        IndexKind::Unique => "unique ".to_owned(),
        IndexKind::UniqueNullsNotDistinct => "unique nulls not distinct ".to_owned(),
    };
    text.push_str(&format!("{} ({})", index.method, elements.join(", ")));
    text.push_str(&describe_include(&index.include));
    if let Some(predicate) = &index.predicate {
        text.push_str(&format!(" where {}", predicate.canonical()));
    }
    text
}

fn describe_marks(attributes: &Attributes, comment: Option<&str>) -> String {
    describe_attributes(attributes) + &describe_comment(comment)
}

fn describe_attributes(attributes: &Attributes) -> String {
    let mut text = String::new();
    if !attributes.parameters.is_empty() {
        let parameters: Vec<String> = attributes
            .parameters
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        text.push_str(&format!(" with ({})", parameters.join(", ")));
    }
    if let Some(tablespace) = &attributes.tablespace {
        text.push_str(&format!(" tablespace {}", quoted(tablespace)));
    }
    if attributes.clustered {
        text.push_str(" clustered");
    }
    if attributes.replica_identity {
        text.push_str(" replica identity");
    }
    text
}

fn describe_comment(comment: Option<&str>) -> String {
    comment.map_or(String::new(), |comment| format!(" comment {comment:?}"))
}

fn describe_constraint(table: &Table, name: &str) -> Option<(String, String)> {
    if let Some(key) = table.primary_key.as_ref().filter(|key| key.name == name) {
        let marks = describe_marks(&key.attributes, key.comment.as_deref());
        return Some((describe_primary_key(key), marks));
    }
    if let Some(unique) = table.uniques.get(name) {
        let marks = describe_marks(&unique.attributes, unique.comment.as_deref());
        return Some((describe_unique(unique), marks));
    }
    if let Some(key) = table.foreign_keys.get(name) {
        return Some((
            describe_foreign_key(key),
            describe_comment(key.comment.as_deref()),
        ));
    }
    let check = table.checks.get(name)?;
    Some((
        describe_check(check),
        describe_comment(check.comment.as_deref()),
    ))
}

fn describe_include(columns: &[String]) -> String {
    if columns.is_empty() {
        String::new()
    } else {
        format!(" include {}", list(columns))
    }
}

fn describe_primary_key(key: &PrimaryKey) -> String {
    format!(
        "primary key {}{}{}",
        list(&key.columns),
        describe_include(&key.include),
        key.deferrable.sql().to_lowercase(),
    )
}

fn describe_unique(unique: &Unique) -> String {
    format!(
        "unique {}{}{}{}",
        if unique.nulls_not_distinct {
            "nulls not distinct "
        } else {
            ""
        },
        list(&unique.columns),
        describe_include(&unique.include),
        unique.deferrable.sql().to_lowercase(),
    )
}

fn describe_foreign_key(key: &ForeignKey) -> String {
    let set_columns = if key.set_columns.is_empty() {
        String::new()
    } else {
        format!(" {}", list(&key.set_columns))
    };
    format!(
        "foreign key {} references {}{} on update {} on delete {}{set_columns}{}{}",
        list(&key.columns),
        list(&key.target_columns),
        if key.match_full { " match full" } else { "" },
        key.on_update.sql().to_lowercase(),
        key.on_delete.sql().to_lowercase(),
        key.deferrable.sql().to_lowercase(),
        if key.not_valid { " not valid" } else { "" },
    )
}

fn describe_check(check: &Check) -> String {
    format!(
        "check ({}){}{}",
        check.expression.canonical(),
        if check.no_inherit { " no inherit" } else { "" },
        if check.not_valid { " not valid" } else { "" },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_read_as_it_is_displayed() {
        let table = QualifiedName::new("My App", "documents");
        for object in [
            ObjectName::Table(table.clone()),
            ObjectName::Index(table.clone(), "ix \"odd\" name".to_owned()),
            ObjectName::Constraint(table, "pk_documents".to_owned()),
        ] {
            assert_eq!(object.to_string().parse(), Ok(object));
        }
        for text in [
            "documents",
            "table documents",
            "index rag.documents",
            "view rag.x \"y\"",
        ] {
            assert!(text.parse::<ObjectName>().is_err(), "{text}");
        }
    }
}
