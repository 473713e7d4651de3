use std::fmt;

use super::parse::{CONTINUATION, NO_TRANSACTION};
use super::{Mode, Script, Statement};

impl Script {
    /// The file's text.
    pub fn render(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for Script {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut top = self.headers();
        // Notes of the file come first, apart from the headers, so that they are not taken for the first statement's.
        let mut blocks = Vec::new();
        if !self.notes.is_empty() {
            let mut notes: Vec<String> = self.notes.iter().map(|note| comment(note)).collect();
            if self.mode == Mode::NoTransaction {
                notes.insert(0, top.remove(0));
            }
            blocks.push(notes.join("\n"));
        }
        if !top.is_empty() {
            blocks.push(top.join("\n"));
        }
        blocks.extend(self.statement_blocks());
        formatter.write_str(&blocks.join("\n\n"))?;
        formatter.write_str("\n")
    }
}

impl Script {
    fn headers(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.mode == Mode::NoTransaction {
            lines.push(NO_TRANSACTION.to_owned());
        }
        let mut say = |key: &str, value: &dyn fmt::Display| lines.push(header(key, value));
        self.part.iter().for_each(|value| say("part", value));
        self.requires
            .iter()
            .for_each(|value| say("requires", value));
        self.moves.iter().for_each(|value| say("moves", value));
        self.creates.iter().for_each(|value| say("creates", value));
        for value in &self.creates_schemas {
            say("creates-schema", value);
        }
        self.expectations
            .iter()
            .for_each(|value| say("expect", value));
        for check in &self.checks {
            say("check", &check.query);
            check.because.iter().for_each(|value| say("because", value));
        }
        self.hazards.iter().for_each(|value| say("hazard", value));
        self.class.iter().for_each(|value| say("class", value));
        self.irreversible
            .iter()
            .for_each(|value| say("irreversible", value));
        self.undoes.iter().for_each(|value| say("undoes", value));
        self.drops_tables
            .iter()
            .for_each(|value| say("drops-table", value));
        lines
    }

    /// Statements of one line stand together; one with something said above it stands apart.
    fn statement_blocks(&self) -> Vec<String> {
        let mut blocks: Vec<String> = Vec::new();
        let mut together = false;
        for statement in &self.statements {
            let text = render_statement(statement);
            let plain = !text.contains('\n');
            match blocks.last_mut() {
                Some(block) if plain && together => {
                    block.push('\n');
                    block.push_str(&text);
                }
                _ => blocks.push(text),
            }
            together = plain;
        }
        blocks
    }
}

fn comment(note: &str) -> String {
    if note.is_empty() {
        "--".to_owned()
    } else {
        format!("-- {note}")
    }
}

fn header(key: &str, value: &dyn fmt::Display) -> String {
    format!(
        "-- {key}: {}",
        value
            .to_string()
            .replace('\n', &format!("\n{CONTINUATION}"))
    )
}

fn render_statement(statement: &Statement) -> String {
    let mut lines: Vec<String> = statement.notes.iter().map(|note| comment(note)).collect();
    // Further lines of a `done-when` would be notes: it is kept on one.
    let done_when = statement
        .done_when
        .iter()
        .map(|query| query.replace('\n', " "));
    lines.extend(done_when.map(|query| header("done-when", &query)));
    // A comment at the statement's end would swallow the semicolon.
    let commented = statement
        .sql
        .lines()
        .last()
        .is_some_and(|line| line.contains("--"));
    lines.push(format!(
        "{}{};",
        statement.sql,
        if commented { "\n" } else { "" }
    ));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use crate::catalog::{ObjectName, QualifiedName};
    use crate::migration::{Check, Class, Expectation, Hazard, Move, Part, Version};

    use super::*;

    /// A file as the generator writes it.
    const UNIQUE: &str = r#"-- no-transaction
-- part: move_rag 3/5
-- requires: core/0002
-- requires: rag/0001
-- moves: public.rag_documents -> rag.documents
-- creates: rag.uq_document_chunks_document_id_idx
-- creates-schema: rag
-- expect: index public.rag_document_chunks "ix_rag_chunks_content_hash" = btree ("content_hash")
-- check: SELECT document_id, idx, count(*) AS rows
--     FROM {rag.document_chunks} GROUP BY document_id, idx HAVING count(*) > 1
-- because: uq_document_chunks_document_id_idx allows one row for each (document_id, idx)
-- check: SELECT 1 WHERE false
-- hazard: INDEX_BUILD on rag.document_chunks: reads the whole table
-- class: column-order
-- irreversible: the rows are gone
-- undoes: rag/0003
-- drops-table: rag.prompt_versions

-- It is built beside the readers.
-- done-when: SELECT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = 'a')
ALTER TABLE "rag"."a" ADD COLUMN "b" int;

CREATE UNIQUE INDEX CONCURRENTLY "uq" ON "rag"."document_chunks" ("document_id", "idx");
DROP INDEX CONCURRENTLY "rag"."ix_a";

DROP INDEX CONCURRENTLY
    "rag"."ix_b";
"#;

    #[test]
    fn a_file_is_written_back_as_it_was_read() {
        let script = Script::parse(UNIQUE).unwrap();
        assert_eq!(script.render(), UNIQUE);
        assert_eq!(script.mode, Mode::NoTransaction);
        assert_eq!(script.statements.len(), 4);
        assert_eq!(script.checks.len(), 2);
        assert_eq!(
            script.statements[0].notes,
            ["It is built beside the readers."]
        );
        assert_eq!(
            script.expectations[0].object,
            ObjectName::Index(
                QualifiedName::new("public", "rag_document_chunks"),
                "ix_rag_chunks_content_hash".to_owned()
            )
        );
    }

    #[test]
    fn a_script_is_read_as_it_was_written() {
        let name = QualifiedName::new;
        let script = Script {
            mode: Mode::Transaction,
            notes: vec![
                "Moves the documents.".to_owned(),
                String::new(),
                "Nothing is copied.".to_owned(),
            ],
            part: Some(Part {
                name: "move rag".to_owned(),
                number: 1,
                count: 2,
            }),
            requires: vec![Version::new("core", 2)],
            moves: vec![Move {
                from: name("public", "Rag Documents"),
                to: name("rag", "documents"),
            }],
            creates: vec![name("rag", "ix")],
            creates_schemas: vec!["My App".to_owned()],
            expectations: vec![Expectation {
                object: ObjectName::Table(name("rag", "documents")),
                detail: crate::catalog::Detail::Whole,
                description: "(\"a\" integer)".to_owned(),
            }],
            checks: vec![Check {
                query: "SELECT 'a\n\nb'\nFROM x".to_owned(),
                because: Some("so".to_owned()),
            }],
            hazards: vec![Hazard {
                code: "TABLE_MOVED".to_owned(),
                text: String::new(),
            }],
            class: Some(Class::Exact),
            irreversible: None,
            undoes: vec![Version::new("rag", 3)],
            drops_tables: vec![name("rag", "x")],
            statements: vec![
                Statement::new("SELECT 1 -- one"),
                Statement {
                    notes: vec!["about two".to_owned()],
                    ..Statement::new("SELECT\n    2")
                },
                Statement::new("DO $$ BEGIN\n  PERFORM ';';\nEND $$"),
            ],
        };
        let text = script.render();
        assert_eq!(Script::parse(&text).as_ref(), Ok(&script), "{text}");
        let bare = Script {
            statements: vec![Statement::new("SELECT 1")],
            ..Script::default()
        };
        assert_eq!(bare.render(), "SELECT 1;\n");
        for script in [bare, Script::default()] {
            assert_eq!(Script::parse(&script.render()), Ok(script));
        }
    }
}
