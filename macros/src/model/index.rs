use syn::LitStr;

use super::table::positions;
use super::{Column, naming};
use crate::parse::{Classes, ElementInput, IndexInput, Nulls, Subject};

/// An index that no constraint owns.
pub(crate) struct Index {
    pub(crate) name: String,
    /// How NULLs compare, if it is unique.
    pub(crate) unique: Option<Nulls>,
    pub(crate) method: String,
    pub(crate) elements: Vec<Element>,
    pub(crate) include: Vec<String>,
    pub(crate) predicate: Option<String>,
    pub(crate) parameters: Vec<(String, String)>,
}

/// One of its columns or expressions.
pub(crate) struct Element {
    /// The position of the column; `None` for an expression.
    pub(crate) column: Option<usize>,
    pub(crate) expression: String,
    pub(crate) operator_class: Option<String>,
    pub(crate) descending: bool,
    /// `Some(true)` is NULLS FIRST.
    pub(crate) nulls_first: Option<bool>,
}

impl Index {
    pub(super) fn new(table: &str, columns: &[Column], input: &IndexInput) -> Self {
        let IndexInput {
            elements,
            unique,
            nulls,
            method,
            predicate,
            include,
            classes,
            parameters,
            allow_redundant: _,
            name,
            span: _,
        } = input;
        let elements: Vec<Element> = elements
            .iter()
            .map(|element| Element::new(columns, classes.get(), element))
            .collect();
        let names: Vec<&str> = elements
            .iter()
            .filter_map(|element| Some(columns[element.column?].name.as_str()))
            .collect();
        let include = positions(columns, include.get().into_iter().flatten());
        let parameters = parameters.get().into_iter().flatten();
        let nulls = || nulls.get().copied().unwrap_or(Nulls::Distinct);
        Self {
            name: naming::declared(name).unwrap_or_else(|| naming::index(table, &names)),
            unique: unique.is_given().then(nulls),
            method: method
                .get()
                .map_or_else(|| "btree".to_owned(), LitStr::value),
            elements,
            include: include
                .into_iter()
                .map(|at| columns[at].name.clone())
                .collect(),
            predicate: predicate.get().map(LitStr::value),
            parameters: parameters
                .map(|(key, value)| (key.to_string(), value.clone()))
                .collect(),
        }
    }

    /// The columns, if the index makes each combination of them unique in the whole table.
    pub(crate) fn unique_columns(&self) -> Option<Vec<usize>> {
        if self.unique.is_none() || self.predicate.is_some() {
            return None;
        }
        self.elements.iter().map(|element| element.column).collect()
    }
}

impl Element {
    fn new(columns: &[Column], classes: Option<&Classes>, input: &ElementInput) -> Self {
        let (column, expression) = match &input.subject {
            Subject::Column(name) => (positions(columns, [name]).first().copied(), String::new()),
            Subject::Expression(text) => (None, text.value()),
        };
        let operator_class = match (classes, &input.subject) {
            (Some(Classes::Only(class)), _) => Some(class.value()),
            (Some(Classes::Each(classes)), Subject::Column(name)) => classes
                .iter()
                .find(|(column, _)| column == name)
                .map(|(_, class)| class.value()),
            _ => None,
        };
        Self {
            column,
            expression,
            operator_class,
            descending: input.descending,
            nulls_first: input.nulls_first,
        }
    }
}
