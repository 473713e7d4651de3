use std::collections::BTreeSet;

use crate::catalog::QualifiedName;

/// Which part of a database is read.
///
/// ```
/// use bailiwick::catalog::QualifiedName;
/// use bailiwick::introspect::Scope;
///
/// let scope = Scope::schemas(["core", "rag"])
///     .without([QualifiedName::new("core", "alembic_version")]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The schemas by name; all that are the user's own without it.
    schemas: Option<Vec<String>>,
    left_out: BTreeSet<QualifiedName>,
}

impl Scope {
    /// Every schema but the system's own and those that belong to extensions.
    pub fn all() -> Self {
        Self {
            schemas: None,
            left_out: BTreeSet::new(),
        }
    }

    /// These schemas. One that does not exist is no error: the catalog then has none of that name.
    pub fn schemas(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            schemas: Some(names.into_iter().map(Into::into).collect()),
            left_out: BTreeSet::new(),
        }
    }

    /// The same without these tables: they are then listed as unmanaged.
    #[must_use]
    pub fn without(mut self, tables: impl IntoIterator<Item = QualifiedName>) -> Self {
        self.left_out.extend(tables);
        self
    }

    pub(super) fn named(&self) -> Option<&[String]> {
        self.schemas.as_deref()
    }

    pub(super) fn leaves_out(&self, table: &QualifiedName) -> bool {
        self.left_out.contains(table)
    }
}
