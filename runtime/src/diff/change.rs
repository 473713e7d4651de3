use crate::catalog::{Check, Column, ForeignKey, Index, PrimaryKey, QualifiedName, Table, Unique};

/// One difference. Tables are named as they are called after all moves.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are called what they hold")]
pub enum Change {
    /// A schema is new.
    CreateSchema { name: String },
    /// A schema's comment differs.
    CommentOnSchema {
        name: String,
        from: Option<String>,
        to: Option<String>,
    },
    /// A table stands elsewhere, or is called otherwise.
    MoveTable {
        from: QualifiedName,
        to: QualifiedName,
    },
    /// A table is new.
    CreateTable {
        name: QualifiedName,
        table: Box<Table>,
    },
    /// A table is no longer declared.
    DropTable {
        name: QualifiedName,
        table: Box<Table>,
    },
    /// A table's comment differs.
    CommentOnTable {
        table: QualifiedName,
        from: Option<String>,
        to: Option<String>,
    },
    /// A column is called otherwise.
    RenameColumn {
        table: QualifiedName,
        from: String,
        to: String,
    },
    /// A column is new.
    AddColumn {
        table: QualifiedName,
        column: Column,
    },
    /// A column is no longer declared.
    DropColumn {
        table: QualifiedName,
        column: Column,
    },
    /// A column's type, nullability, default or comment differs.
    AlterColumn {
        table: QualifiedName,
        from: Column,
        to: Column,
    },
    /// A sequence that a column owns is called otherwise.
    RenameSequence {
        schema: String,
        from: String,
        to: String,
    },
    /// A constraint is new.
    AddConstraint {
        table: QualifiedName,
        constraint: Constraint,
    },
    /// A constraint is no longer declared.
    DropConstraint {
        table: QualifiedName,
        constraint: Constraint,
    },
    /// A constraint is called otherwise. `before` is what it was.
    RenameConstraint {
        table: QualifiedName,
        before: Constraint,
        to: String,
    },
    /// An index is new.
    CreateIndex {
        table: QualifiedName,
        name: String,
        index: Index,
    },
    /// An index is no longer declared.
    DropIndex {
        table: QualifiedName,
        name: String,
        index: Index,
    },
    /// An index is called otherwise.
    RenameIndex {
        table: QualifiedName,
        from: String,
        to: String,
    },
}

/// A constraint of any kind, with its name.
#[derive(Debug, Clone, PartialEq)]
pub enum Constraint {
    /// A primary key.
    PrimaryKey(PrimaryKey),
    /// A unique constraint.
    Unique(String, Unique),
    /// A foreign key.
    ForeignKey(String, ForeignKey),
    /// A check.
    Check(String, Check),
}

impl Constraint {
    /// The constraint's name.
    pub fn name(&self) -> &str {
        match self {
            Self::PrimaryKey(key) => &key.name,
            Self::Unique(name, _) | Self::ForeignKey(name, _) | Self::Check(name, _) => name,
        }
    }

    /// The text of `COMMENT ON CONSTRAINT`.
    pub fn comment(&self) -> Option<&str> {
        match self {
            Self::PrimaryKey(key) => key.comment.as_deref(),
            Self::Unique(_, unique) => unique.comment.as_deref(),
            Self::ForeignKey(_, key) => key.comment.as_deref(),
            Self::Check(_, check) => check.comment.as_deref(),
        }
    }
}

impl Change {
    /// The schema that owns what is changed, as it stands after all moves.
    pub fn schema(&self) -> &str {
        match self {
            Self::CreateSchema { name } | Self::CommentOnSchema { name, .. } => name,
            Self::MoveTable { to: table, .. }
            | Self::CreateTable { name: table, .. }
            | Self::DropTable { name: table, .. }
            | Self::CommentOnTable { table, .. }
            | Self::RenameColumn { table, .. }
            | Self::AddColumn { table, .. }
            | Self::DropColumn { table, .. }
            | Self::AlterColumn { table, .. }
            | Self::AddConstraint { table, .. }
            | Self::DropConstraint { table, .. }
            | Self::RenameConstraint { table, .. }
            | Self::CreateIndex { table, .. }
            | Self::DropIndex { table, .. }
            | Self::RenameIndex { table, .. } => &table.schema,
            Self::RenameSequence { schema, .. } => schema,
        }
    }
}
