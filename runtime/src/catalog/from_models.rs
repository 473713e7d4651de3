use std::collections::BTreeMap;

use super::{
    Action, Attributes, Catalog, Check, Column, Default, Deferrable, Element, ElementKind,
    Expression, ForeignKey, Index, IndexKind, PrimaryKey, QualifiedName, Schema, SqlType, Table,
    Unique, collation,
};
use crate::descriptor as def;

impl Catalog {
    /// The catalog that the models declare.
    pub fn from_models(models: &def::CatalogDef) -> Self {
        Self {
            schemas: models
                .schemas
                .iter()
                .map(|schema| (schema.name.to_owned(), schema.into()))
                .collect(),
            extensions: models
                .extensions
                .iter()
                .map(|extension| (extension.name.to_owned(), extension.schema.to_owned()))
                .collect(),
        }
    }
}

impl From<&def::SchemaDef> for Schema {
    fn from(schema: &def::SchemaDef) -> Self {
        Self {
            comment: schema.comment.map(str::to_owned),
            tables: schema
                .tables
                .iter()
                .map(|table| (table.name.to_owned(), (*table).into()))
                .collect(),
            unmanaged: Vec::new(),
        }
    }
}

impl From<&def::TableDef> for Table {
    fn from(table: &def::TableDef) -> Self {
        Self {
            columns: table.columns.iter().map(Column::from).collect(),
            primary_key: table.primary_key.as_ref().map(PrimaryKey::from),
            uniques: table
                .uniques
                .iter()
                .map(|unique| (unique.name.to_owned(), unique.into()))
                .collect(),
            foreign_keys: table
                .foreign_keys
                .iter()
                .map(|key| (foreign_key_name(table.name, key), key.into()))
                .collect(),
            checks: table
                .checks
                .iter()
                .map(|check| (check.name.to_owned(), check.into()))
                .collect(),
            indexes: table
                .indexes
                .iter()
                .map(|index| (index.name.to_owned(), index.into()))
                .collect(),
            comment: table.comment.map(str::to_owned),
            moved_from: table.moved_from.map(qualified),
            unmanaged: Vec::new(),
        }
    }
}

/// The convention's name of a foreign key: `fk_{table}_{columns}_{referred table}`.
fn foreign_key_name(table: &str, key: &def::ForeignKeyDef) -> String {
    key.name.map_or_else(
        || format!("fk_{table}_{}_{}", key.columns.join("_"), key.target.name),
        str::to_owned,
    )
}

fn qualified(name: def::QualifiedDef) -> QualifiedName {
    QualifiedName::new(name.schema, name.name)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

impl From<&def::ColumnDef> for Column {
    fn from(column: &def::ColumnDef) -> Self {
        Self {
            name: column.name.to_owned(),
            sql_type: SqlType::new(column.sql_type),
            nullable: column.nullable,
            default: match column.default {
                def::DefaultDef::None => Default::None,
                def::DefaultDef::Expression(text) => Default::Expression(Expression::new(text)),
                def::DefaultDef::Serial(name) => Default::Serial(name.to_owned()),
                def::DefaultDef::IdentityAlways(name) => Default::IdentityAlways(name.to_owned()),
                def::DefaultDef::IdentityByDefault(name) => {
                    Default::IdentityByDefault(name.to_owned())
                }
                def::DefaultDef::Generated(text) => Default::Generated(Expression::new(text)),
            },
            collation: column.collation.map(collation::qualified),
            comment: column.comment.map(str::to_owned),
            renamed_from: column.renamed_from.map(str::to_owned),
        }
    }
}

impl From<&def::KeyDef> for PrimaryKey {
    fn from(key: &def::KeyDef) -> Self {
        Self {
            name: key.name.to_owned(),
            columns: owned(key.columns),
            include: Vec::new(),
            deferrable: Deferrable::Not,
            attributes: Attributes::default(),
            comment: None,
        }
    }
}

impl From<&def::UniqueDef> for Unique {
    fn from(unique: &def::UniqueDef) -> Self {
        Self {
            columns: owned(unique.columns),
            include: Vec::new(),
            nulls_not_distinct: unique.nulls == def::NullsDef::NotDistinct,
            deferrable: Deferrable::Not,
            attributes: Attributes::default(),
            comment: None,
        }
    }
}

impl From<&def::CheckDef> for Check {
    fn from(check: &def::CheckDef) -> Self {
        Self {
            expression: Expression::new(check.expression),
            no_inherit: false,
            not_valid: false,
            comment: None,
        }
    }
}

impl From<&def::ForeignKeyDef> for ForeignKey {
    fn from(key: &def::ForeignKeyDef) -> Self {
        let action = |action| match action {
            def::Action::NoAction => Action::NoAction,
            def::Action::Restrict => Action::Restrict,
            def::Action::Cascade => Action::Cascade,
            def::Action::SetNull => Action::SetNull,
            def::Action::SetDefault => Action::SetDefault,
        };
        Self {
            columns: owned(key.columns),
            target: qualified(key.target),
            target_columns: owned(key.target_columns),
            on_delete: action(key.on_delete),
            on_update: action(key.on_update),
            set_columns: Vec::new(),
            match_full: false,
            deferrable: match key.deferrable {
                def::Deferrable::Not => Deferrable::Not,
                def::Deferrable::InitiallyImmediate => Deferrable::InitiallyImmediate,
                def::Deferrable::InitiallyDeferred => Deferrable::InitiallyDeferred,
            },
            not_valid: false,
            comment: None,
        }
    }
}

impl From<&def::IndexDef> for Index {
    fn from(index: &def::IndexDef) -> Self {
        Self {
            kind: match index.kind {
                def::IndexKind::Plain => IndexKind::Plain,
                def::IndexKind::Unique(def::NullsDef::Distinct) => IndexKind::Unique,
                def::IndexKind::Unique(def::NullsDef::NotDistinct) => {
                    IndexKind::UniqueNullsNotDistinct
                }
            },
            method: index.method.to_owned(),
            elements: index.elements.iter().map(Element::from).collect(),
            include: owned(index.include),
            predicate: index.predicate.map(Expression::new),
            attributes: Attributes {
                parameters: index
                    .parameters
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                    .collect::<BTreeMap<_, _>>(),
                ..Attributes::default()
            },
            comment: None,
        }
    }
}

impl From<&def::ElementDef> for Element {
    fn from(element: &def::ElementDef) -> Self {
        let descending = element.order == def::Order::Descending;
        Self {
            kind: if element.expression.is_empty() {
                ElementKind::Column(element.column.to_owned())
            } else {
                ElementKind::Expression(Expression::new(element.expression))
            },
            collation: None,
            operator_class: element.operator_class.map(str::to_owned),
            descending,
            nulls_first: match element.nulls {
                def::NullsOrder::Default => descending,
                def::NullsOrder::First => true,
                def::NullsOrder::Last => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Default, def};

    #[test]
    fn a_column_becomes_what_a_database_would_show() {
        let declared = def::ColumnDef {
            name: "code",
            sql_type: "varchar(9)",
            default: def::DefaultDef::Expression("NULL"),
            collation: Some("C"),
            ..def::ColumnDef::EMPTY
        };
        let column = Column::from(&declared);
        assert_eq!(column.sql_type.sql(), "character varying(9)");
        assert_eq!(column.default, Default::None);
        assert_eq!(column.collation.as_deref(), Some("pg_catalog.\"C\""));
    }
}
