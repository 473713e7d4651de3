use crate::catalog::QualifiedName;

use super::lex::{Kind, Token, tokens};

/// One statement of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Statement {
    /// Lines for people before it.
    pub notes: Vec<String>,
    /// A query that gives true once the statement has happened (`-- done-when:`).
    pub done_when: Option<String>,
    /// Its text, without the semicolon.
    pub sql: String,
}

/// What a statement does, as far as whoever runs it must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// `CREATE SCHEMA`, of this name.
    CreateSchema(String),
    /// `DROP SCHEMA`, of this name.
    DropSchema(String),
    /// `CREATE INDEX CONCURRENTLY`, of this index.
    CreateIndexConcurrently(QualifiedName),
    /// `DROP INDEX CONCURRENTLY`, of this index.
    DropIndexConcurrently(QualifiedName),
    /// `CREATE EXTENSION`, of this name.
    CreateExtension(String),
    /// Anything else with `CONCURRENTLY`.
    OtherConcurrently,
    /// `ALTER TABLE .. VALIDATE CONSTRAINT`.
    ValidateConstraint,
    /// `BEGIN`, `COMMIT`, `ROLLBACK` and the like.
    ControlTransaction,
    /// Anything else.
    Other,
}

impl Statement {
    /// A statement with nothing said about it.
    pub fn new(sql: impl Into<String>) -> Self {
        Self {
            sql: sql.into(),
            ..Self::default()
        }
    }

    /// Its first line, for messages.
    pub fn first_line(&self) -> &str {
        self.sql.lines().next().unwrap_or_default()
    }

    /// What it does.
    pub fn action(&self) -> Action {
        let Ok(all) = tokens(&self.sql) else {
            return Action::Other;
        };
        let words: Vec<Token<'_>> = all
            .into_iter()
            .filter(|token| token.kind != Kind::Comment)
            .collect();
        recognise(&words).unwrap_or(Action::Other)
    }
}

fn recognise(words: &[Token<'_>]) -> Option<Action> {
    let mut rest = Words(words);
    if [
        "begin",
        "start",
        "commit",
        "end",
        "rollback",
        "abort",
        "savepoint",
        "release",
    ]
    .into_iter()
    .any(|keyword| rest.skip(&[keyword]))
    {
        return Some(Action::ControlTransaction);
    }
    if rest.skip(&["create", "schema"]) {
        rest.skip(&["if", "not", "exists"]);
        return rest.identifier().map(Action::CreateSchema);
    }
    if rest.skip(&["drop", "schema"]) {
        rest.skip(&["if", "exists"]);
        return rest.identifier().map(Action::DropSchema);
    }
    if rest.skip(&["create", "extension"]) {
        rest.skip(&["if", "not", "exists"]);
        return rest.identifier().map(Action::CreateExtension);
    }
    if rest.skip(&["create", "unique", "index", "concurrently"])
        || rest.skip(&["create", "index", "concurrently"])
    {
        rest.skip(&["if", "not", "exists"]);
        return rest.created_index().or(Some(Action::OtherConcurrently));
    }
    if rest.skip(&["drop", "index", "concurrently"]) {
        rest.skip(&["if", "exists"]);
        let name = rest
            .qualified_name()
            .filter(|_| rest.0.first().is_none_or(|next| next.text != ","));
        return Some(name.map_or(Action::OtherConcurrently, Action::DropIndexConcurrently));
    }
    if words.iter().any(|word| word.is("concurrently")) {
        return Some(Action::OtherConcurrently);
    }
    let validates = words
        .windows(2)
        .any(|pair| pair[0].is("validate") && pair[1].is("constraint"));
    (rest.skip(&["alter", "table"]) && validates).then_some(Action::ValidateConstraint)
}

/// What is left of a statement.
struct Words<'a>(&'a [Token<'a>]);

impl Words<'_> {
    /// Steps over these keywords if they come next.
    fn skip(&mut self, keywords: &[&str]) -> bool {
        let next = self.0.len() >= keywords.len()
            && keywords
                .iter()
                .zip(self.0)
                .all(|(keyword, token)| token.is(keyword));
        if next {
            self.0 = &self.0[keywords.len()..];
        }
        next
    }

    fn identifier(&mut self) -> Option<String> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        first.identifier()
    }

    fn qualified_name(&mut self) -> Option<QualifiedName> {
        let schema = self.identifier()?;
        let (dot, rest) = self.0.split_first()?;
        self.0 = rest;
        (dot.text == ".").then_some(())?;
        Some(QualifiedName::new(schema, self.identifier()?))
    }

    /// An index stands in the schema of its table; in its own statement it has none.
    fn created_index(&mut self) -> Option<Action> {
        let name = self.identifier()?;
        self.skip(&["on"]).then_some(())?;
        self.skip(&["only"]);
        let table = self.qualified_name()?;
        Some(Action::CreateIndexConcurrently(QualifiedName::new(
            table.schema,
            name,
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runner_must_know_is_recognised() {
        let index = || QualifiedName::new("rag", "ix \"a\"");
        for (sql, action) in [
            (
                "CREATE SCHEMA \"rag\"",
                Action::CreateSchema("rag".to_owned()),
            ),
            (
                "create schema if not exists RAG",
                Action::CreateSchema("rag".to_owned()),
            ),
            (
                "DROP SCHEMA \"My App\"",
                Action::DropSchema("My App".to_owned()),
            ),
            (
                "CREATE UNIQUE INDEX CONCURRENTLY \"ix \"\"a\"\"\" ON \"rag\".\"documents\" (\"x\")",
                Action::CreateIndexConcurrently(index()),
            ),
            (
                "CREATE INDEX CONCURRENTLY IF NOT EXISTS \"ix \"\"a\"\"\" ON ONLY rag.documents (x)",
                Action::CreateIndexConcurrently(index()),
            ),
            (
                "DROP INDEX /* now */ CONCURRENTLY \"rag\".\"ix \"\"a\"\"\"",
                Action::DropIndexConcurrently(index()),
            ),
            (
                "DROP INDEX CONCURRENTLY a.b, a.c",
                Action::OtherConcurrently,
            ),
            (
                "CREATE INDEX CONCURRENTLY ON rag.documents (x)",
                Action::OtherConcurrently,
            ),
            (
                "REINDEX TABLE CONCURRENTLY rag.documents",
                Action::OtherConcurrently,
            ),
            (
                "ALTER TABLE a.b VALIDATE CONSTRAINT c",
                Action::ValidateConstraint,
            ),
            (
                "CREATE EXTENSION vector SCHEMA public",
                Action::CreateExtension("vector".to_owned()),
            ),
            ("COMMIT", Action::ControlTransaction),
            ("start transaction", Action::ControlTransaction),
            ("ALTER TABLE a.b SET SCHEMA c", Action::Other),
            ("CREATE INDEX \"concurrently\" ON a.b (c)", Action::Other),
        ] {
            assert_eq!(Statement::new(sql).action(), action, "{sql}");
        }
    }
}
