use proc_macro2::Ident;
use syn::{Attribute, LitStr, Type, Visibility};

use super::naming;
use crate::parse::{Comment, FieldInput, Identity};

/// A field and its column.
pub(crate) struct Column {
    pub(crate) visibility: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) documentation: Vec<Attribute>,
    pub(crate) name: String,
    /// The SQL type, where it is not the Rust type's own.
    pub(crate) sql_type: Option<String>,
    pub(crate) filled: Filled,
    pub(crate) collation: Option<String>,
    pub(crate) comment: Option<String>,
    pub(crate) renamed_from: Option<String>,
}

/// What fills the column when an INSERT does not.
pub(crate) enum Filled {
    No,
    Default(String),
    /// With the name of its sequence, as the two below.
    Serial(String),
    IdentityAlways(String),
    IdentityByDefault(String),
    Generated(String),
}

impl Column {
    pub(super) fn new(table: &str, field: &FieldInput) -> Self {
        let FieldInput {
            visibility,
            ident,
            ty,
            documentation: (attributes, documentation),
            name: _,
            sql_type,
            default,
            serial,
            identity,
            generated,
            collate,
            renamed_from,
            comment: given,
        } = field;
        let name = name(field);
        let sequence = || naming::sequence(table, &name);
        let filled = if let Some(default) = default.get() {
            Filled::Default(default.expression.clone())
        } else if serial.is_given() {
            Filled::Serial(sequence())
        } else if let Some(expression) = generated.get() {
            Filled::Generated(expression.value())
        } else {
            match identity.get() {
                Some(Identity::Always) => Filled::IdentityAlways(sequence()),
                Some(Identity::ByDefault) => Filled::IdentityByDefault(sequence()),
                None => Filled::No,
            }
        };
        Self {
            visibility: visibility.clone(),
            ident: ident.clone(),
            ty: ty.clone(),
            documentation: attributes.clone(),
            name,
            sql_type: sql_type.get().map(LitStr::value),
            filled,
            collation: collate.get().map(LitStr::value),
            comment: comment(given.get(), documentation),
            renamed_from: renamed_from.get().map(LitStr::value),
        }
    }

    /// Whether an INSERT leaves it out.
    pub(crate) fn is_filled(&self) -> bool {
        !matches!(self.filled, Filled::No)
    }

    /// Whether an UPDATE may set it.
    pub(crate) fn is_writable(&self) -> bool {
        !matches!(
            self.filled,
            Filled::Generated(_) | Filled::IdentityAlways(_)
        )
    }
}

/// The name of a field's column: as declared, or the field's own.
pub(crate) fn name(field: &FieldInput) -> String {
    field
        .name
        .get()
        .map_or_else(|| naming::column(&field.ident), LitStr::value)
}

/// The text of a comment in the database, given the documentation comment.
pub(super) fn comment(comment: Option<&Comment>, documentation: &str) -> Option<String> {
    match comment? {
        Comment::Text(text) => Some(text.value()),
        Comment::Documentation(_) => Some(documentation.to_owned()),
    }
}
