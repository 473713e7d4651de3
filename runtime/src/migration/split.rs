//! Cutting a file into its statements, where psql would cut it.

use super::lex::{Kind, Token, Unterminated, tokens};

/// A statement as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// Where its first token that is no comment begins.
    pub(super) start: usize,
    /// The comments right before it, with their places.
    pub(super) comments: Vec<(usize, &'a str)>,
    /// Its text, without those comments and without the semicolon.
    pub(super) sql: &'a str,
}

/// The statements of a text, in their order. Comments after the last one belong to none.
pub(super) fn split(text: &str) -> Result<Vec<Piece<'_>>, Unterminated> {
    let mut pieces = Vec::new();
    let mut current: Vec<Token<'_>> = Vec::new();
    let mut nesting = Nesting::default();
    for token in tokens(text)? {
        if token.text == ";" && token.kind == Kind::Symbol && nesting.is_closed() {
            pieces.extend(piece(text, &current, token.start));
            current.clear();
            nesting = Nesting::default();
        } else {
            nesting.take(&token, &current);
            current.push(token);
        }
    }
    pieces.extend(piece(text, &current, text.len()));
    Ok(pieces)
}

fn piece<'a>(text: &'a str, tokens: &[Token<'a>], end: usize) -> Option<Piece<'a>> {
    let first = tokens
        .iter()
        .position(|token| token.kind != Kind::Comment)?;
    Some(Piece {
        start: tokens[first].start,
        comments: tokens[..first]
            .iter()
            .map(|comment| (comment.start, comment.text))
            .collect(),
        sql: text[tokens[first].start..end].trim_end(),
    })
}

/// What keeps a semicolon from ending the statement: an open parenthesis, or the body of a function
/// that is written `BEGIN ATOMIC .. END` (in which `CASE` has an `END` too).
#[derive(Default)]
struct Nesting {
    parentheses: usize,
    blocks: usize,
}

impl Nesting {
    fn is_closed(&self) -> bool {
        self.parentheses == 0 && self.blocks == 0
    }

    fn take(&mut self, token: &Token<'_>, before: &[Token<'_>]) {
        match (token.kind, token.text) {
            (Kind::Symbol, "(") => self.parentheses += 1,
            (Kind::Symbol, ")") => self.parentheses = self.parentheses.saturating_sub(1),
            _ if token.is("begin") && creates_routine(before) => self.blocks += 1,
            _ if token.is("case") && self.blocks > 0 => self.blocks += 1,
            _ if token.is("end") => self.blocks = self.blocks.saturating_sub(1),
            _ => {}
        }
    }
}

fn creates_routine(tokens: &[Token<'_>]) -> bool {
    let mut words = tokens
        .iter()
        .filter(|token| token.kind != Kind::Comment)
        .take(4);
    words.next().is_some_and(|first| first.is("create"))
        && words.any(|word| word.is("function") || word.is("procedure"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statements(text: &str) -> Vec<&str> {
        split(text)
            .unwrap()
            .into_iter()
            .map(|piece| piece.sql)
            .collect()
    }

    #[test]
    fn a_semicolon_in_quotes_ends_nothing() {
        for whole in [
            "SELECT ';', 'it''s; one'",
            r"SELECT E'a\';b'",
            r"SELECT e'\\'",
            "SELECT \"a;\"\"b;\"",
            "DO $$ BEGIN PERFORM 1; END $$",
            "SELECT $a$ ; $$ ; $b$ ; $a$",
            "SELECT $ü$;$ü$",
            "SELECT 1 /* ; /* ; */ ; */ + 1",
            "SELECT 1 -- ; it's\n + 1",
            "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
            "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
        ] {
            let text = format!("{whole};\n{whole} ;SELECT 2");
            assert_eq!(statements(&text), [whole, whole, "SELECT 2"]);
        }
    }

    #[test]
    fn what_only_looks_like_a_quote_is_none() {
        assert_eq!(
            statements("SELECT $1;SELECT a$b$c;"),
            ["SELECT $1", "SELECT a$b$c"]
        );
        assert_eq!(
            statements(r"SELECT '\'; SELECT 2"),
            [r"SELECT '\'", "SELECT 2"]
        );
        assert_eq!(statements("SELECT name'\\'; x"), ["SELECT name'\\'", "x"]);
        assert_eq!(
            statements("BEGIN; SELECT 1; END; x"),
            ["BEGIN", "SELECT 1", "END", "x"]
        );
        assert_eq!(statements(" ;; -- nothing\n ; /* here */"), [""; 0]);
    }

    #[test]
    fn comments_before_a_statement_are_kept_apart() {
        let pieces = split("-- one\n-- two\nSELECT /* inside */ 1; -- after\nSELECT 2;\n").unwrap();
        assert_eq!(pieces[0].comments, [(0, "-- one"), (7, "-- two")]);
        assert_eq!(pieces[0].sql, "SELECT /* inside */ 1");
        assert_eq!(pieces[0].start, 14);
        assert_eq!(pieces[1].comments, [(37, "-- after")]);
    }

    #[test]
    fn an_open_quote_is_named() {
        for (text, start, what) in [
            ("SELECT 1; SELECT 'a", 17, "quoted text"),
            ("SELECT \"a", 7, "quoted identifier"),
            ("DO $x$ $$", 3, "dollar-quoted text"),
            ("/* /* */", 0, "comment"),
            (r"SELECT E'a\'", 8, "quoted text"),
        ] {
            assert_eq!(split(text), Err(Unterminated { start, what }), "{text}");
        }
    }
}
