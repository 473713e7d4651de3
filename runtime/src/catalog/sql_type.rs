use std::fmt;

use serde::{Deserialize, Serialize};

/// A column's type, spelled as Postgres itself spells it (`format_type`): `character varying(255)`,
/// not `varchar(255)`. So two spellings of one type are equal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct SqlType(String);

impl SqlType {
    /// Reads a type in any of its spellings.
    pub fn new(text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.contains('"') {
            // A quoted name has one spelling only.
            return Self(text);
        }
        let text = text.to_lowercase();
        let (element, dimensions) = match text.find('[') {
            Some(at) => (text[..at].trim_end(), text[at..].matches('[').count()),
            None => (text.as_str(), 0),
        };
        let (name, modifier, rest) = split_modifier(element);
        let canonical = canonical(name, modifier, rest);
        // Postgres does not keep how many dimensions an array was declared with.
        Self(if dimensions > 0 {
            format!("{canonical}[]")
        } else {
            canonical
        })
    }

    /// The type in a statement.
    pub fn sql(&self) -> &str {
        &self.0
    }
}

/// Splits `timestamp(3) with time zone` into its name, its modifier and what follows.
fn split_modifier(text: &str) -> (&str, Option<String>, &str) {
    match (text.find('('), text.find(')')) {
        (Some(open), Some(close)) if open < close => {
            let modifier = text[open + 1..close]
                .split(',')
                .map(str::trim)
                .collect::<Vec<_>>();
            (
                text[..open].trim_end(),
                Some(modifier.join(",")),
                text[close + 1..].trim(),
            )
        }
        _ => (text, None, ""),
    }
}

fn canonical(name: &str, modifier: Option<String>, rest: &str) -> String {
    let in_brackets =
        |modifier: Option<String>| modifier.map_or(String::new(), |m| format!("({m})"));
    let name = if rest.is_empty() {
        name.to_owned()
    } else {
        format!("{name} {rest}")
    };
    match name.strip_prefix("pg_catalog.").unwrap_or(&name) {
        "int" | "int4" | "integer" => "integer".to_owned(),
        "int2" | "smallint" => "smallint".to_owned(),
        "int8" | "bigint" => "bigint".to_owned(),
        "float4" | "real" => "real".to_owned(),
        "float"
            if modifier
                .as_deref()
                .and_then(|m| m.parse::<u32>().ok())
                .is_some_and(|m| m <= 24) =>
        {
            "real".to_owned()
        }
        "float8" | "float" | "double precision" => "double precision".to_owned(),
        "bool" | "boolean" => "boolean".to_owned(),
        "decimal" | "numeric" => {
            // A precision alone means the scale 0, and Postgres says so.
            let modifier = modifier.map(|m| if m.contains(',') { m } else { format!("{m},0") });
            format!("numeric{}", in_brackets(modifier))
        }
        "varchar" | "character varying" | "char varying" => {
            format!("character varying{}", in_brackets(modifier))
        }
        "char" | "character" | "bpchar" if modifier.is_some() => {
            format!("character{}", in_brackets(modifier))
        }
        "char" | "character" => "character(1)".to_owned(),
        "varbit" | "bit varying" => format!("bit varying{}", in_brackets(modifier)),
        "bit" => format!("bit({})", modifier.unwrap_or_else(|| "1".to_owned())),
        "timestamptz" | "timestamp with time zone" => {
            format!("timestamp{} with time zone", in_brackets(modifier))
        }
        "timestamp" | "timestamp without time zone" => {
            format!("timestamp{} without time zone", in_brackets(modifier))
        }
        "timetz" | "time with time zone" => format!("time{} with time zone", in_brackets(modifier)),
        "time" | "time without time zone" => {
            format!("time{} without time zone", in_brackets(modifier))
        }
        other => format!("{other}{}", in_brackets(modifier)),
    }
}

impl From<String> for SqlType {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

impl From<SqlType> for String {
    fn from(sql_type: SqlType) -> Self {
        sql_type.0
    }
}

impl fmt::Display for SqlType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SqlType;

    #[test]
    fn every_spelling_becomes_postgres_own() {
        for (spelling, canonical) in [
            ("varchar(255)", "character varying(255)"),
            ("VARCHAR ( 255 )", "character varying(255)"),
            ("int4", "integer"),
            ("float8", "double precision"),
            ("timestamptz(3)", "timestamp(3) with time zone"),
            (
                "timestamp (3) with time zone",
                "timestamp(3) with time zone",
            ),
            ("timestamp", "timestamp without time zone"),
            ("decimal(10, 2)", "numeric(10,2)"),
            ("numeric(10)", "numeric(10,0)"),
            ("char", "character(1)"),
            ("int[][]", "integer[]"),
            ("text[]", "text[]"),
            ("varchar(3)[]", "character varying(3)[]"),
            ("rag.ingest_status", "rag.ingest_status"),
            ("\"Rag\".\"Status\"", "\"Rag\".\"Status\""),
            ("vector(3)", "vector(3)"),
        ] {
            assert_eq!(SqlType::new(spelling).sql(), canonical, "{spelling}");
        }
    }

    #[test]
    fn canonical_spellings_stay() {
        for canonical in [
            "bit varying(5)",
            "time without time zone",
            "numeric(10,2)",
            "bit(1)",
        ] {
            assert_eq!(SqlType::new(canonical).sql(), canonical);
        }
    }
}
