use super::{columns, quoted};
use crate::catalog::{Action, Attributes, Check, ForeignKey, PrimaryKey, QualifiedName, Unique};

/// Whether the rows that are there are checked when a constraint is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validity {
    /// At once, while the lock is held.
    Checked,
    /// Later, by VALIDATE CONSTRAINT (`NOT VALID`).
    Later,
}

impl Validity {
    fn sql(self) -> &'static str {
        match self {
            Self::Checked => "",
            Self::Later => " NOT VALID",
        }
    }
}

fn with(attributes: &Attributes) -> String {
    let mut text = String::new();
    if !attributes.parameters.is_empty() {
        text.push_str(&format!(
            " WITH ({})",
            super::index::parameters(&attributes.parameters)
        ));
    }
    if let Some(tablespace) = &attributes.tablespace {
        text.push_str(&format!(" USING INDEX TABLESPACE {}", quoted(tablespace)));
    }
    text
}

fn include(names: &[String]) -> String {
    if names.is_empty() {
        String::new()
    } else {
        format!(" INCLUDE {}", columns(names))
    }
}

pub(super) fn primary_key(key: &PrimaryKey) -> String {
    format!(
        "PRIMARY KEY {}{}{}{}",
        columns(&key.columns),
        include(&key.include),
        with(&key.attributes),
        key.deferrable.sql()
    )
}

pub(super) fn unique(unique: &Unique) -> String {
    format!(
        "UNIQUE {}{}{}{}{}",
        if unique.nulls_not_distinct {
            "NULLS NOT DISTINCT "
        } else {
            ""
        },
        columns(&unique.columns),
        include(&unique.include),
        with(&unique.attributes),
        unique.deferrable.sql()
    )
}

pub(super) fn check(check: &Check) -> String {
    let no_inherit = if check.no_inherit { " NO INHERIT" } else { "" };
    format!("CHECK ({}){no_inherit}", check.expression)
}

fn foreign_key(key: &ForeignKey) -> String {
    let mut text = format!(
        "FOREIGN KEY {} REFERENCES {} {}",
        columns(&key.columns),
        key.target.sql(),
        columns(&key.target_columns)
    );
    if key.match_full {
        text.push_str(" MATCH FULL");
    }
    if key.on_update != Action::NoAction {
        text.push_str(&format!(" ON UPDATE {}", key.on_update.sql()));
    }
    if key.on_delete != Action::NoAction {
        text.push_str(&format!(" ON DELETE {}", key.on_delete.sql()));
        if !key.set_columns.is_empty() {
            text.push_str(&format!(" {}", columns(&key.set_columns)));
        }
    }
    text.push_str(key.deferrable.sql());
    text
}

fn add(table: &QualifiedName, name: &str, definition: &str) -> String {
    format!(
        "ALTER TABLE {} ADD CONSTRAINT {} {definition}",
        table.sql(),
        quoted(name)
    )
}

pub(crate) fn add_primary_key(table: &QualifiedName, key: &PrimaryKey) -> String {
    add(table, &key.name, &primary_key(key))
}

pub(crate) fn add_unique(table: &QualifiedName, name: &str, content: &Unique) -> String {
    add(table, name, &unique(content))
}

pub(crate) fn add_check(
    table: &QualifiedName,
    name: &str,
    content: &Check,
    validity: Validity,
) -> String {
    let validity = if content.not_valid {
        Validity::Later
    } else {
        validity
    };
    add(
        table,
        name,
        &format!("{}{}", check(content), validity.sql()),
    )
}

pub(crate) fn add_foreign_key(
    table: &QualifiedName,
    name: &str,
    key: &ForeignKey,
    validity: Validity,
) -> String {
    let validity = if key.not_valid {
        Validity::Later
    } else {
        validity
    };
    add(
        table,
        name,
        &format!("{}{}", foreign_key(key), validity.sql()),
    )
}

/// Makes a unique index that is there into a constraint; the index takes the constraint's name.
pub(crate) fn unique_using_index(table: &QualifiedName, name: &str, content: &Unique) -> String {
    let quoted_name = quoted(name);
    add(
        table,
        name,
        &format!(
            "UNIQUE USING INDEX {quoted_name}{}",
            content.deferrable.sql()
        ),
    )
}

/// Makes a unique index over columns that are NOT NULL into the primary key.
pub(crate) fn primary_key_using_index(table: &QualifiedName, key: &PrimaryKey) -> String {
    let name = quoted(&key.name);
    add(
        table,
        &key.name,
        &format!("PRIMARY KEY USING INDEX {name}{}", key.deferrable.sql()),
    )
}

pub(crate) fn validate_constraint(table: &QualifiedName, name: &str) -> String {
    format!(
        "ALTER TABLE {} VALIDATE CONSTRAINT {}",
        table.sql(),
        quoted(name)
    )
}

pub(crate) fn drop_constraint(table: &QualifiedName, name: &str) -> String {
    format!(
        "ALTER TABLE {} DROP CONSTRAINT {}",
        table.sql(),
        quoted(name)
    )
}

pub(crate) fn rename_constraint(table: &QualifiedName, from: &str, to: &str) -> String {
    format!(
        "ALTER TABLE {} RENAME CONSTRAINT {} TO {}",
        table.sql(),
        quoted(from),
        quoted(to)
    )
}

/// Column names without brackets, for a SELECT or a GROUP BY.
pub(crate) fn key_columns(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    names.join(", ")
}
