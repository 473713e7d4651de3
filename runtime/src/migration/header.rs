use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::catalog::{Detail, ObjectName, QualifiedName};

/// The run of `generate` that a file came from, and its place there: `move_rag 2/5`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Part {
    /// The name given to `generate`.
    pub name: String,
    /// The file's place, counted from 1.
    pub number: u32,
    /// How many files that run wrote.
    pub count: u32,
}

/// A table changes its schema, its name or both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Move {
    /// Its name before.
    pub from: QualifiedName,
    /// Its name after.
    pub to: QualifiedName,
}

impl Move {
    /// Where the table stands between `SET SCHEMA` and `RENAME`, when it is neither its old name nor its new one.
    pub fn between(&self) -> Option<QualifiedName> {
        let both = self.from.schema != self.to.schema && self.from.name != self.to.name;
        both.then(|| QualifiedName::new(&self.to.schema, &self.from.name))
    }
}

/// What an object that the file touches must look like before the file's part group begins.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expectation {
    /// The object, under the name that it has before the group.
    pub object: ObjectName,
    /// Whether that is told whole (` = `), or only what it does (` like `).
    pub detail: Detail,
    /// What `Catalog::describe` says of it.
    pub description: String,
}

/// A query that must return no row before anything is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The query; a table that may still be elsewhere is written `{schema.table}`.
    pub query: String,
    /// Why a row is in the way, for people.
    pub because: Option<String>,
}

/// What the file can hurt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hazard {
    /// The hazard's code, `INDEX_BUILD`.
    pub code: String,
    /// The rest of the line, for people.
    pub text: String,
}

/// How far a migration's down file restores what was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// To the byte.
    Exact,
    /// All but the place of a column that comes back last.
    ColumnOrder,
    /// Something does not come back.
    Irreversible,
}

impl fmt::Display for Class {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Exact => "exact",
            Self::ColumnOrder => "column-order",
            Self::Irreversible => "irreversible",
        })
    }
}

impl FromStr for Class {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "exact" => Ok(Self::Exact),
            "column-order" => Ok(Self::ColumnOrder),
            "irreversible" => Ok(Self::Irreversible),
            _ => Err(format!(
                "`{text}` is no class: write `exact`, `column-order` or `irreversible`"
            )),
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}/{}", self.name, self.number, self.count)
    }
}

impl FromStr for Part {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let part = || {
            let (name, place) = text.rsplit_once(' ')?;
            let (number, count) = place.split_once('/')?;
            let (number, count) = (number.parse().ok()?, count.parse().ok()?);
            (!name.is_empty() && 1 <= number && number <= count).then(|| Self {
                name: name.to_owned(),
                number,
                count,
            })
        };
        part().ok_or_else(|| {
            format!("`{text}` is no part: write the name given to `generate` and the place, as in `move_rag 2/5`")
        })
    }
}

impl fmt::Display for Move {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} -> {}", self.from, self.to)
    }
}

impl FromStr for Move {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (from, to) = text
            .split_once(" -> ")
            .ok_or_else(|| format!("`{text}` is no move: write `old.name -> new.name`"))?;
        Ok(Self {
            from: qualified_name(from)?,
            to: qualified_name(to)?,
        })
    }
}

pub(super) fn qualified_name(text: &str) -> Result<QualifiedName, String> {
    text.parse::<QualifiedName>()
        .map_err(|error| error.to_string())
}

impl fmt::Display for Expectation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.detail {
            Detail::Whole => "=",
            Detail::Definition => "like",
        };
        write!(formatter, "{} {sign} {}", self.object, self.description)
    }
}

impl FromStr for Expectation {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (at, sign, detail) = first_sign(text).ok_or_else(|| {
            format!("`{text}` is no expectation: write the object, ` = ` or ` like `, and its description")
        })?;
        Ok(Self {
            object: text[..at]
                .parse::<ObjectName>()
                .map_err(|error| error.to_string())?,
            detail,
            description: text[at + sign.len()..].to_owned(),
        })
    }
}

/// The first ` = ` or ` like ` outside of double quotes: an object's name may hold one inside them.
fn first_sign(text: &str) -> Option<(usize, &'static str, Detail)> {
    let signs = [(" = ", Detail::Whole), (" like ", Detail::Definition)];
    let mut quoted = false;
    text.char_indices().find_map(|(at, letter)| {
        if letter == '"' {
            quoted = !quoted;
        }
        let sign = signs
            .into_iter()
            .find(|(sign, _)| text[at..].starts_with(sign));
        sign.filter(|_| !quoted)
            .map(|(sign, detail)| (at, sign, detail))
    })
}

impl fmt::Display for Hazard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.code)?;
        if !self.text.is_empty() {
            write!(formatter, " {}", self.text)?;
        }
        Ok(())
    }
}

impl FromStr for Hazard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let end = text.find([' ', '\n']).unwrap_or(text.len());
        let code = &text[..end];
        let plain =
            |letter: char| letter.is_ascii_uppercase() || letter == '_' || letter.is_ascii_digit();
        if code.is_empty() || !code.chars().all(plain) {
            return Err(format!(
                "`{text}` is no hazard: write its code in capitals, then the text, as in `INDEX_BUILD on rag.documents: ..`"
            ));
        }
        Ok(Self {
            code: code.to_owned(),
            text: text[end..].trim().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_read_as_it_is_displayed() {
        fn both_ways<T: FromStr<Err = String> + fmt::Display>(text: &str) {
            assert_eq!(
                text.parse::<T>().map(|value| value.to_string()),
                Ok(text.to_owned())
            );
        }
        both_ways::<Part>("move_rag 2/5");
        both_ways::<Move>("public.rag_documents -> rag.documents");
        both_ways::<Expectation>(r#"index public.a "odd = name" = btree ("b") where (c = 1)"#);
        both_ways::<Expectation>(r#"constraint public.a "odd like name" like primary key ("b")"#);
        both_ways::<Hazard>("INDEX_BUILD on rag.documents: reads it all");
        both_ways::<Hazard>("TABLE_MOVED");
        both_ways::<Class>("column-order");
    }

    #[test]
    fn a_header_that_says_nothing_is_refused() {
        for text in ["move_rag", "move_rag 6/5", "move_rag 0/5", "2/5"] {
            assert!(text.parse::<Part>().is_err(), "{text}");
        }
        for text in ["public.a", "public.a -> b", "a -> b.c"] {
            assert!(text.parse::<Move>().is_err(), "{text}");
        }
        for text in ["table a.b", "view a.b = x"] {
            assert!(text.parse::<Expectation>().is_err(), "{text}");
        }
        assert!("build the index".parse::<Hazard>().is_err());
        assert!("reversible".parse::<Class>().is_err());
    }

    #[test]
    fn only_a_move_with_a_new_name_has_a_name_between() {
        let step = |text: &str| text.parse::<Move>().unwrap().between();
        assert_eq!(
            step("public.rag_documents -> rag.documents"),
            Some(QualifiedName::new("rag", "rag_documents"))
        );
        assert_eq!(step("public.users -> core.users"), None);
        assert_eq!(step("core.users -> core.people"), None);
    }
}
