use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The name of an object with its schema.
///
/// It is displayed for people (`rag.documents`); [`QualifiedName::sql`] quotes it for a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QualifiedName {
    /// The schema.
    pub schema: String,
    /// The name inside the schema.
    pub name: String,
}

impl QualifiedName {
    /// Puts the two parts together.
    pub fn new(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            schema: schema.into(),
            name: name.into(),
        }
    }

    /// The name in a statement: `"rag"."documents"`.
    pub fn sql(&self) -> String {
        format!("{}.{}", quoted(&self.schema), quoted(&self.name))
    }
}

/// An identifier in a statement. Always quoted, so that no list of reserved words is needed.
pub(crate) fn quoted(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// An identifier for people: quoted only where it could be misread.
fn readable(identifier: &str) -> String {
    let plain = identifier.chars().enumerate().all(|(at, letter)| {
        letter == '_'
            || letter.is_ascii_lowercase()
            || (at > 0 && (letter.is_ascii_digit() || letter == '$'))
    });
    if plain && !identifier.is_empty() {
        identifier.to_owned()
    } else {
        quoted(identifier)
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}.{}",
            readable(&self.schema),
            readable(&self.name)
        )
    }
}

/// A text that is not `schema.name`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a name with its schema: write `schema.name`, each part in double quotes if it has other letters than a-z, 0-9 and _"
)]
pub struct NotAQualifiedName(String);

impl FromStr for QualifiedName {
    type Err = NotAQualifiedName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAQualifiedName(text.to_owned());
        let (schema, rest) = identifier(text).ok_or_else(wrong)?;
        let (name, rest) = rest
            .strip_prefix('.')
            .and_then(identifier)
            .ok_or_else(wrong)?;
        if rest.is_empty() {
            Ok(Self { schema, name })
        } else {
            Err(wrong())
        }
    }
}

/// Takes one identifier, quoted or plain, off the front of a text.
pub(crate) fn identifier(text: &str) -> Option<(String, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let mut name = String::new();
        let mut rest = quoted;
        loop {
            let end = rest.find('"')?;
            name.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            match rest.strip_prefix('"') {
                Some(more) => {
                    name.push('"');
                    rest = more;
                }
                None => return (!name.is_empty()).then_some((name, rest)),
            }
        }
    }
    let end = text
        .find(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == '$'))
        .unwrap_or(text.len());
    (end > 0).then(|| (text[..end].to_owned(), &text[end..]))
}

impl Serialize for QualifiedName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for QualifiedName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_is_displayed() {
        for (schema, name) in [
            ("rag", "documents"),
            ("My App", "a\"b.c"),
            ("größe", "x$1"),
            ("s", "1st"),
        ] {
            let whole = QualifiedName::new(schema, name);
            assert_eq!(whole.to_string().parse(), Ok(whole));
        }
    }

    #[test]
    fn half_a_name_is_refused() {
        for text in [
            "documents",
            "rag.",
            ".documents",
            "rag.documents.id",
            "\"rag.documents",
            "\"\".x",
            "",
        ] {
            assert!(text.parse::<QualifiedName>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_statement_gets_both_parts_quoted() {
        assert_eq!(QualifiedName::new("rag", "a\"b").sql(), r#""rag"."a""b""#);
    }
}
