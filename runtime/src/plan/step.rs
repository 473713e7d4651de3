use crate::catalog::{Detail, ObjectName, QualifiedName};
use crate::sql;

use super::{DataCheck, Hazard};

/// Statements that run together, with their reverse: what becomes one pair of files.
#[derive(Debug, Clone)]
pub struct Step {
    /// The schema whose numbering it takes part in.
    pub schema: String,
    /// The name of its files.
    pub name: String,
    /// The way there.
    pub up: Half,
    /// The way back.
    pub down: Half,
    /// How well the way back restores what was there.
    pub class: Class,
    /// Tables that it moves or renames.
    pub moves: Vec<(QualifiedName, QualifiedName)>,
    /// Relations whose names must be free.
    pub creates: Vec<QualifiedName>,
    /// A schema that it creates.
    pub creates_schema: Option<String>,
    /// Tables that the way back drops.
    pub drops_on_the_way_back: Vec<QualifiedName>,
    /// Columns that the way back drops, with what only people can have put into them.
    pub drops_columns_on_the_way_back: Vec<(QualifiedName, String)>,
    /// What is touched, and how it is defined before the first step of the plan.
    pub expects: Vec<Expected>,
    /// What must be true of the data.
    pub checks: Vec<DataCheck>,
    /// What it can hurt.
    pub hazards: Vec<Hazard>,
    /// How many of the steps right before it the way back has undone as well.
    pub undoes_before: usize,
}

/// What a step touches, as it must be before the first step of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The object, by the name that it has then.
    pub object: ObjectName,
    /// How much of it matters.
    pub detail: Detail,
    /// What `Catalog::describe` says of it.
    pub description: String,
}

/// One direction of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Half {
    /// Whether it is one transaction.
    pub transaction: Transaction,
    /// The statements in their order.
    pub statements: Vec<Statement>,
}

/// Whether statements run in one transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Transaction {
    /// All or nothing.
    #[default]
    One,
    /// Each for itself, because Postgres refuses it inside a transaction block.
    None,
}

/// A statement, without its semicolon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The text.
    pub sql: String,
    /// A query that is true once it has happened, where that can be asked.
    pub done_when: Option<String>,
}

impl From<String> for Statement {
    fn from(sql: String) -> Self {
        Self {
            sql,
            done_when: None,
        }
    }
}

/// How well the way back restores what was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Class {
    /// After up and down a dump is the same, byte for byte.
    Exact,
    /// The same, but a column that comes back stands last.
    ColumnOrder,
    /// Something is not restored: this.
    Irreversible(String),
}

impl Step {
    pub(super) fn new(schema: &str, name: &str, transaction: Transaction) -> Self {
        Self {
            schema: schema.to_owned(),
            name: file_name(name),
            up: Half {
                transaction,
                statements: Vec::new(),
            },
            down: Half {
                transaction,
                statements: Vec::new(),
            },
            class: Class::Exact,
            moves: Vec::new(),
            creates: Vec::new(),
            creates_schema: None,
            drops_on_the_way_back: Vec::new(),
            drops_columns_on_the_way_back: Vec::new(),
            expects: Vec::new(),
            checks: Vec::new(),
            hazards: Vec::new(),
            undoes_before: 0,
        }
    }

    pub(super) fn create_schema(schema: &str) -> Self {
        let mut step = Self::new(schema, "create_schema", Transaction::One);
        step.creates_schema = Some(schema.to_owned());
        step.push(sql::create_schema(schema), sql::drop_schema(schema));
        step
    }

    /// Adds a statement and what undoes it.
    pub(super) fn push(&mut self, up: String, down: String) {
        self.push_all(vec![up], vec![down]);
    }

    /// Adds statements and, in the order in which they run, those that undo them together.
    pub(super) fn push_all(&mut self, up: Vec<String>, down: Vec<String>) {
        self.up
            .statements
            .extend(up.into_iter().map(Statement::from));
        self.down
            .statements
            .splice(0..0, down.into_iter().map(Statement::from));
    }

    pub(super) fn expect(&mut self, object: Option<Expected>) {
        if let Some(object) = object
            && !self.expects.contains(&object)
        {
            self.expects.push(object);
        }
    }

    /// A weaker promise replaces a stronger one.
    pub(super) fn weaken(&mut self, class: Class) {
        self.class = match (std::mem::replace(&mut self.class, Class::Exact), class) {
            (Class::Irreversible(why), Class::Irreversible(more)) => {
                Class::Irreversible(format!("{why}; {more}"))
            }
            (irreversible @ Class::Irreversible(_), _) => irreversible,
            (_, irreversible @ Class::Irreversible(_)) => irreversible,
            (Class::Exact, other) => other,
            (other, _) => other,
        };
    }

    pub(super) fn is_empty(&self) -> bool {
        self.up.statements.is_empty()
    }
}

/// A name that every file system takes: what it is made of may be called anything.
fn file_name(name: &str) -> String {
    let plain =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    let name: String = name
        .to_lowercase()
        .chars()
        .map(|letter| if plain(letter) { letter } else { '_' })
        .collect();
    // Two names of 63 bytes and a few words between them; the rest of the limit is for number and ending.
    name.chars().take(200).collect()
}
