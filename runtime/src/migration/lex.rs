//! The tokens of SQL, as far as they matter for finding where a statement ends and what it begins with.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A keyword, a plain identifier or a number.
    Word,
    /// An identifier in double quotes.
    QuotedIdentifier,
    /// A text in single quotes or between dollar tags.
    Text,
    /// A comment of either kind.
    Comment,
    /// Any other character.
    Symbol,
}

/// A token and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is this keyword.
    pub(super) fn is(&self, keyword: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(keyword)
    }

    /// The name that it is, folded as Postgres folds it.
    pub(super) fn identifier(&self) -> Option<String> {
        match self.kind {
            Kind::Word => Some(self.text.to_lowercase()),
            Kind::QuotedIdentifier => Some(self.text[1..self.text.len() - 1].replace("\"\"", "\"")),
            Kind::Text | Kind::Comment | Kind::Symbol => None,
        }
    }
}

/// A quote or comment that nothing ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unterminated {
    pub(super) start: usize,
    pub(super) what: &'static str,
}

/// Cuts a text into tokens; white space falls away.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, Unterminated> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let ended = |length: Option<usize>, what| length.ok_or(Unterminated { start: at, what });
        // `E'..'` has escapes only when the E stands right before the quote.
        let escapes = found
            .last()
            .is_some_and(|before| before.end() == at && before.is("e"));
        let (kind, length) = if rest.starts_with("--") {
            (Kind::Comment, rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (Kind::Comment, ended(block_comment(rest), "comment")?)
        } else if first == '\'' && escapes {
            (Kind::Text, ended(escaped(rest), "quoted text")?)
        } else if first == '\'' {
            (Kind::Text, ended(doubled(rest, '\''), "quoted text")?)
        } else if first == '"' {
            let length = ended(doubled(rest, '"'), "quoted identifier")?;
            (Kind::QuotedIdentifier, length)
        } else if let Some(tag) = dollar_tag(rest) {
            let body = rest[tag.len()..].find(tag);
            let length = body.map(|end| end + 2 * tag.len());
            (Kind::Text, ended(length, "dollar-quoted text")?)
        } else if is_word(first) {
            let word = rest.find(|letter| !(is_word(letter) || letter == '$'));
            (Kind::Word, word.unwrap_or(rest.len()))
        } else {
            (Kind::Symbol, first.len_utf8())
        };
        found.push(Token {
            kind,
            start: at,
            text: &rest[..length],
        });
        at += length;
    }
    Ok(found)
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The length of a text whose quote is doubled to stand for itself.
fn doubled(rest: &str, quote: char) -> Option<usize> {
    let mut at = 1;
    loop {
        at += rest[at..].find(quote)? + 1;
        if !rest[at..].starts_with(quote) {
            return Some(at);
        }
        at += 1;
    }
}

/// The length of a text in which a backslash escapes the next character.
fn escaped(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => {
                letters.next();
            }
            '\'' if letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                letters.next();
            }
            '\'' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The length of a comment; unlike in C, they nest.
fn block_comment(rest: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// `$$` or `$tag$` at the front. A parameter (`$1`) is none.
fn dollar_tag(rest: &str) -> Option<&str> {
    let body = rest.strip_prefix('$')?;
    let length = body.find(|letter| !is_word(letter)).unwrap_or(body.len());
    let named = !body.starts_with(|letter: char| letter.is_ascii_digit());
    (named && body[length..].starts_with('$')).then(|| &rest[..length + 2])
}
