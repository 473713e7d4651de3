use proc_macro2::{Ident, Span, TokenStream};
use syn::spanned::Spanned;
use syn::{
    Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Generics, Lit, LitStr, Meta, Path,
    Visibility,
};

use super::item::Item;
use super::keys::unknown;
use super::{
    CheckInput, Comment, FieldInput, Flag, IndexInput, KeyInput, ReferenceInput, Slot, UniqueInput,
    doc,
};
use crate::errors::Errors;

/// A `#[derive(Table)]` struct, as written.
pub(crate) struct TableInput {
    pub(crate) visibility: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
    /// The documentation comment, as text.
    pub(crate) documentation: String,
    pub(crate) options: TableOptions,
    pub(crate) fields: Vec<FieldInput>,
    pub(crate) primary_keys: Vec<KeyInput>,
    pub(crate) uniques: Vec<UniqueInput>,
    pub(crate) indexes: Vec<IndexInput>,
    pub(crate) checks: Vec<CheckInput>,
    pub(crate) references: Vec<ReferenceInput>,
    /// Whether every attribute could be read: where one could not, what it would have said is unknown.
    pub(crate) complete: bool,
}

/// What the derive was put on.
pub(crate) enum Shape {
    Struct,
    TupleStruct(Span),
    UnitStruct,
    Enum(Span),
    Union(Span),
}

/// `#[schema = ".."]` and `#[table(..)]`.
#[derive(Default)]
pub(crate) struct TableOptions {
    pub(crate) schema: Slot<LitStr>,
    pub(crate) name: Slot<LitStr>,
    pub(crate) moved_from: Slot<LitStr>,
    pub(crate) comment: Slot<Comment>,
    pub(crate) insert: Slot<Ident>,
    pub(crate) no_primary_key: Slot<Flag>,
    pub(crate) allow_prefix: Slot<Flag>,
    pub(crate) from_row: Slot<Flag>,
    pub(crate) krate: Slot<Path>,
}

const KEYS: [&str; 9] = [
    "schema",
    "name",
    "moved_from",
    "comment",
    "insert",
    "no_primary_key",
    "allow_prefix",
    "from_row",
    "crate",
];

pub(crate) fn parse(input: &DeriveInput, errors: &Errors) -> TableInput {
    let mut table = TableInput {
        visibility: input.vis.clone(),
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        shape: shape(input),
        documentation: doc::text(&input.attrs),
        options: TableOptions::default(),
        fields: Vec::new(),
        primary_keys: Vec::new(),
        uniques: Vec::new(),
        indexes: Vec::new(),
        checks: Vec::new(),
        references: Vec::new(),
        complete: true,
    };
    for attribute in &input.attrs {
        table.attribute(attribute, None, errors);
    }
    for (field, ident) in fields(input) {
        let mut parsed = FieldInput::new(field, ident);
        for attribute in &field.attrs {
            if attribute.path().is_ident("column") {
                parsed.column(attribute, errors);
            } else {
                table.attribute(attribute, Some(ident), errors);
            }
        }
        table.fields.push(parsed);
    }
    table.complete = errors.count() == 0;
    table
}

fn shape(input: &DeriveInput) -> Shape {
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(_) => Shape::Struct,
            Fields::Unnamed(fields) => Shape::TupleStruct(fields.paren_token.span.join()),
            Fields::Unit => Shape::UnitStruct,
        },
        Data::Enum(data) => Shape::Enum(data.enum_token.span),
        Data::Union(data) => Shape::Union(data.union_token.span),
    }
}

fn fields(input: &DeriveInput) -> impl Iterator<Item = (&syn::Field, &Ident)> {
    let fields = match &input.data {
        Data::Struct(data) => Some(&data.fields),
        Data::Enum(_) | Data::Union(_) => None,
    };
    fields
        .into_iter()
        .flatten()
        .filter_map(|field| Some((field, field.ident.as_ref()?)))
}

impl TableInput {
    /// Reads one attribute of the struct, or of its field `field`. One that cannot be read whole is
    /// left out, so that no rule judges half of what was meant.
    fn attribute(&mut self, attribute: &Attribute, field: Option<&Ident>, errors: &Errors) {
        let Some(name) = attribute.path().get_ident().map(ToString::to_string) else {
            return;
        };
        let span = attribute.path().span();
        let before = errors.count();
        match name.as_str() {
            "schema" if field.is_none() => self.schema(attribute, errors),
            "table" if field.is_none() => {
                let list = list(attribute, errors);
                self.options.parse(list, errors);
            }
            "primary_key" => {
                let key = KeyInput::parse(span, list_or_nothing(attribute, errors), field, errors);
                if errors.count() == before {
                    self.primary_keys.push(key);
                }
            }
            "unique" => {
                let list = list_or_nothing(attribute, errors);
                let unique = UniqueInput::parse(span, list, field, errors);
                if errors.count() == before {
                    self.uniques.push(unique);
                }
            }
            "index" => {
                let list = list_or_nothing(attribute, errors);
                let index = IndexInput::parse(span, list, field, errors);
                if errors.count() == before {
                    self.indexes.push(index);
                }
            }
            "references" => {
                let list = list_or_nothing(attribute, errors);
                let reference = ReferenceInput::parse(span, list, field, errors);
                if errors.count() == before {
                    self.references.extend(reference);
                }
            }
            "check" if field.is_none() => {
                let check = CheckInput::parse(span, list(attribute, errors), errors);
                if errors.count() == before {
                    self.checks.push(check);
                }
            }
            "exclude" => errors.on(
                attribute,
                "exclusion constraints are not supported yet. Write this one in a migration of your own: what the models do not declare is kept and never touched",
            ),
            "table" | "check" => errors.on(
                attribute,
                format_args!("`#[{name}(..)]` speaks of the whole table: put it on the struct, above `struct {}`", self.ident),
            ),
            "column" => errors.on(
                attribute,
                "`#[column(..)]` speaks of one column: put it on its field",
            ),
            _ => {}
        }
    }

    /// Reads `#[schema = "rag"]`. The list form, `#[schema(..)]`, belongs to another crate's derive.
    fn schema(&mut self, attribute: &Attribute, errors: &Errors) {
        match &attribute.meta {
            Meta::List(_) => {}
            Meta::NameValue(pair) => {
                let text = match &pair.value {
                    Expr::Lit(ExprLit {
                        lit: Lit::Str(text),
                        ..
                    }) => Some(text.clone()),
                    _ => {
                        errors.on(
                            &pair.value,
                            "the schema's name is a text: `#[schema = \"rag\"]`",
                        );
                        None
                    }
                };
                let key = Ident::new("schema", pair.path.span());
                self.options.schema.put(&key, text, errors);
            }
            Meta::Path(path) => {
                errors.on(
                    path,
                    "`#[schema]` needs the schema's name: `#[schema = \"rag\"]`",
                );
                self.options
                    .schema
                    .put(&Ident::new("schema", path.span()), None, errors);
            }
        }
    }
}

impl TableOptions {
    fn parse(&mut self, list: TokenStream, errors: &Errors) {
        for item in Item::split(list) {
            match item.key().map(ToString::to_string).as_deref() {
                Some("schema") => self.schema.fill(&item, errors),
                Some("name") => self.name.fill(&item, errors),
                Some("moved_from") => self.moved_from.fill(&item, errors),
                Some("comment") => self.comment.fill(&item, errors),
                Some("insert") => self.insert.fill(&item, errors),
                Some("no_primary_key") => self.no_primary_key.fill(&item, errors),
                Some("allow_prefix") => self.allow_prefix.fill(&item, errors),
                Some("from_row") => self.from_row.fill(&item, errors),
                Some("crate") => self.krate.fill(&item, errors),
                Some("compat_view") => errors.on(
                    &item,
                    "`compat_view` is not supported yet. Create the view in a migration of your own: views are kept and never touched",
                ),
                _ => unknown("table", &item, &KEYS, errors),
            }
        }
    }
}

/// The list of an attribute that has to have one.
pub(super) fn list(attribute: &Attribute, errors: &Errors) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        Meta::Path(path) => {
            let name = path
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default();
            errors.on(
                attribute,
                format_args!("`#[{name}]` needs a list: `#[{name}(..)]`"),
            );
            TokenStream::new()
        }
        Meta::NameValue(_) => list_or_nothing(attribute, errors),
    }
}

/// The list of an attribute that may stand alone.
fn list_or_nothing(attribute: &Attribute, errors: &Errors) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        Meta::Path(_) => TokenStream::new(),
        Meta::NameValue(pair) => {
            let name = pair
                .path
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default();
            errors.on(
                attribute,
                format_args!("`#[{name}]` takes a list in parentheses: `#[{name}(..)]`"),
            );
            TokenStream::new()
        }
    }
}
