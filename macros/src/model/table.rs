use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{LitStr, Path, Visibility};

use super::{Column, ForeignKey, Index, column, crate_path, naming};
use crate::parse::table::TableOptions;
use crate::parse::{Nulls, TableInput};

/// One table.
pub(crate) struct Table {
    pub(crate) krate: Path,
    pub(crate) visibility: Visibility,
    pub(crate) ident: Ident,
    pub(crate) schema: String,
    pub(crate) name: String,
    pub(crate) comment: Option<String>,
    /// Schema and name.
    pub(crate) moved_from: Option<(String, String)>,
    pub(crate) columns: Vec<Column>,
    pub(crate) primary_key: Option<Key>,
    pub(crate) uniques: Vec<Unique>,
    pub(crate) indexes: Vec<Index>,
    pub(crate) checks: Vec<Check>,
    pub(crate) foreign_keys: Vec<ForeignKey>,
    pub(crate) insert: Insert,
    pub(crate) from_row: bool,
}

/// A key's name and the positions of its columns.
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) columns: Vec<usize>,
}

pub(crate) struct Unique {
    pub(crate) key: Key,
    pub(crate) nulls: Nulls,
}

pub(crate) struct Check {
    pub(crate) name: String,
    pub(crate) expression: String,
}

/// What is inserted into the table.
pub(crate) enum Insert {
    /// A struct of that name is written.
    Written(Ident),
    /// The table's own struct: the database fills nothing.
    Itself,
    /// Nothing, because the database fills a column and no struct was asked for.
    Nothing,
}

impl Table {
    /// Resolves what has been checked.
    pub(crate) fn new(input: &TableInput) -> Self {
        // All of it is named, so that a new attribute cannot be forgotten here.
        let TableInput {
            visibility,
            ident,
            generics: _,
            shape: _,
            documentation,
            options,
            fields,
            primary_keys,
            uniques,
            indexes,
            checks,
            references,
            complete: _,
        } = input;
        let TableOptions {
            schema,
            name: _,
            moved_from,
            comment,
            insert,
            no_primary_key: _,
            allow_prefix: _,
            from_row,
            krate,
        } = options;
        let name = name(input);
        let columns: Vec<Column> = fields
            .iter()
            .map(|field| Column::new(&name, field))
            .collect();
        let key = |declared: Option<String>, convention: fn(&str, &[&str]) -> String, fields| {
            let positions = positions(&columns, fields);
            let names: Vec<&str> = positions
                .iter()
                .map(|position| columns[*position].name.as_str())
                .collect();
            Key {
                name: declared.unwrap_or_else(|| convention(&name, &names)),
                columns: positions,
            }
        };
        let primary_key = primary_keys.first().map(|input| {
            let declared = naming::declared(&input.name);
            key(
                declared,
                |table, _| naming::primary_key(table),
                &input.columns,
            )
        });
        let uniques = uniques.iter().map(|input| Unique {
            key: key(
                naming::declared(&input.name),
                naming::unique,
                &input.columns,
            ),
            nulls: input.nulls.get().copied().unwrap_or(Nulls::Distinct),
        });
        let checks = checks.iter().filter_map(|input| {
            let exact = input.name.exact.get().map(LitStr::value);
            let named = || Some(naming::check(&name, &input.name.name.get()?.value()));
            Some(Check {
                name: exact.or_else(named)?,
                expression: input.expression.as_ref()?.value(),
            })
        });
        let insert = match insert.get() {
            Some(ident) => Insert::Written(ident.clone()),
            None if columns.iter().any(Column::is_filled) => Insert::Nothing,
            None => Insert::Itself,
        };
        Self {
            krate: crate_path(krate.get()),
            visibility: visibility.clone(),
            ident: ident.clone(),
            schema: schema.get().map(LitStr::value).unwrap_or_default(),
            comment: column::comment(comment.get(), documentation),
            moved_from: moved_from.get().and_then(|from| qualified(&from.value())),
            primary_key,
            uniques: uniques.collect(),
            indexes: indexes
                .iter()
                .map(|index| Index::new(&name, &columns, index))
                .collect(),
            checks: checks.collect(),
            foreign_keys: references
                .iter()
                .map(|input| ForeignKey::new(&columns, input))
                .collect(),
            insert,
            from_row: from_row.is_given(),
            name,
            columns,
        }
    }

    /// What other structs need of a table that has errors: its columns and keys, as far as they are
    /// known, and no name.
    pub(crate) fn inert(input: &TableInput) -> Self {
        let mut table = Self::new(input);
        table.schema.clear();
        table.name.clear();
        let known = |fields: &[Ident]| positions(&table.columns, fields).len() == fields.len();
        if !input
            .primary_keys
            .first()
            .is_some_and(|key| known(&key.columns))
        {
            table.primary_key = None;
        }
        let mut seen = Vec::new();
        table.uniques.retain(|unique| {
            let columns = unique.key.columns.clone();
            let new = !columns.is_empty() && !seen.contains(&columns);
            seen.push(columns);
            new
        });
        table.indexes.clear();
        if matches!(&table.insert, Insert::Written(name) if *name == table.ident) {
            table.insert = Insert::Nothing;
        }
        table
    }

    /// Schema and name, quoted.
    pub(crate) fn qualified(&self) -> String {
        format!("\"{}\".\"{}\"", self.schema, self.name)
    }

    /// The names of the columns at these positions.
    pub(crate) fn names<'t>(&'t self, positions: &[usize]) -> Vec<&'t str> {
        positions
            .iter()
            .map(|position| self.columns[*position].name.as_str())
            .collect()
    }

    /// Every key by which a row can be told from all others: the primary key, then the unique
    /// constraints, then the unique indexes over whole columns of the whole table.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, Vec<usize>)> {
        let primary_key = self.primary_key.iter();
        let constraints = primary_key.chain(self.uniques.iter().map(|unique| &unique.key));
        constraints
            .map(|key| (key.name.as_str(), key.columns.clone()))
            .chain(
                self.indexes
                    .iter()
                    .filter_map(|index| Some((index.name.as_str(), index.unique_columns()?))),
            )
    }
}

/// The table's name: as declared, or the plural of the struct's.
pub(crate) fn name(input: &TableInput) -> String {
    input
        .options
        .name
        .get()
        .map_or_else(|| naming::table(&input.ident), LitStr::value)
}

/// `schema.table`, taken apart.
pub(crate) fn qualified(place: &str) -> Option<(String, String)> {
    let (schema, name) = place.split_once('.')?;
    Some((schema.to_owned(), name.to_owned()))
}

/// The positions of these fields; that each one exists has been checked.
pub(super) fn positions<'f>(
    columns: &[Column],
    fields: impl IntoIterator<Item = &'f Ident>,
) -> Vec<usize> {
    fields
        .into_iter()
        .filter_map(|field| {
            let field = field.unraw();
            columns
                .iter()
                .position(|column| column.ident.unraw() == field)
        })
        .collect()
}
