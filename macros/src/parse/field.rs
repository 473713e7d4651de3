use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, LitStr, Meta, Type, Visibility};

use super::item::Item;
use super::keys::unknown;
use super::{Comment, Default, Flag, Identity, Slot, doc};
use crate::errors::Errors;

/// A field and its `#[column(..)]`. What else stands on it is a constraint, and is kept with those.
pub(crate) struct FieldInput {
    pub(crate) visibility: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The documentation comment, as it was written and as text.
    pub(crate) documentation: (Vec<Attribute>, String),
    pub(crate) name: Slot<LitStr>,
    pub(crate) sql_type: Slot<LitStr>,
    pub(crate) default: Slot<Default>,
    pub(crate) serial: Slot<Flag>,
    pub(crate) identity: Slot<Identity>,
    pub(crate) generated: Slot<LitStr>,
    pub(crate) collate: Slot<LitStr>,
    pub(crate) renamed_from: Slot<LitStr>,
    pub(crate) comment: Slot<Comment>,
}

const KEYS: [&str; 9] = [
    "name",
    "type",
    "default",
    "serial",
    "identity",
    "generated",
    "collate",
    "renamed_from",
    "comment",
];

impl FieldInput {
    pub(crate) fn new(field: &syn::Field, ident: &Ident) -> Self {
        Self {
            visibility: field.vis.clone(),
            ident: ident.clone(),
            ty: field.ty.clone(),
            documentation: (doc::attributes(&field.attrs), doc::text(&field.attrs)),
            name: Slot::default(),
            sql_type: Slot::default(),
            default: Slot::default(),
            serial: Slot::default(),
            identity: Slot::default(),
            generated: Slot::default(),
            collate: Slot::default(),
            renamed_from: Slot::default(),
            comment: Slot::default(),
        }
    }

    /// Reads one `#[column(..)]`.
    pub(crate) fn column(&mut self, attribute: &Attribute, errors: &Errors) {
        let Meta::List(list) = &attribute.meta else {
            errors.on(
                attribute,
                "`#[column(..)]` takes a list: `#[column(type = \"varchar(255)\", default = \"''\")]`",
            );
            return;
        };
        self.keys(list.tokens.clone(), errors);
    }

    fn keys(&mut self, list: TokenStream, errors: &Errors) {
        for item in Item::split(list) {
            match item.key().map(ToString::to_string).as_deref() {
                Some("name") => self.name.fill(&item, errors),
                Some("type") => self.sql_type.fill(&item, errors),
                Some("default") => self.default.fill(&item, errors),
                Some("serial") => self.serial.fill(&item, errors),
                Some("identity") => self.identity.fill(&item, errors),
                Some("generated") => self.generated.fill(&item, errors),
                Some("collate") => self.collate.fill(&item, errors),
                Some("renamed_from") => self.renamed_from.fill(&item, errors),
                Some("comment") => self.comment.fill(&item, errors),
                _ => unknown("column", &item, &KEYS, errors),
            }
        }
    }
}
