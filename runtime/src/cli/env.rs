//! `env`: the names of the schemas that an application's environment tells are those that were compiled in.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Serialize;

use super::context::Context;
use super::{Failure, Outcome};
use crate::descriptor::CatalogDef;

const PREFIX: &str = "DB_SCHEMA_";
const DATABASE_URL: &str = "DATABASE_URL";

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Finding {
    Missing {
        place: String,
        variable: String,
        expected: String,
    },
    Extra {
        place: String,
        variable: String,
        value: String,
    },
    Different {
        place: String,
        variable: String,
        value: String,
        expected: String,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing {
                place,
                variable,
                expected,
            } => {
                write!(formatter, "missing in {place}: {variable}={expected}")
            }
            Self::Extra {
                place,
                variable,
                value,
            } => write!(
                formatter,
                "too much in {place}: {variable}={value} names no schema of the catalog"
            ),
            Self::Different {
                place,
                variable,
                value,
                expected,
            } => write!(
                formatter,
                "different in {place}: {variable}={value}, but the schema that was compiled in is `{expected}`"
            ),
        }
    }
}

pub(super) fn run(context: &Context, arguments: &super::args::Env) -> Result<Outcome, Failure> {
    let file = arguments
        .file
        .clone()
        .unwrap_or_else(|| context.beside_migrations(".env.example"));
    let place = file.file_name().map_or_else(
        || file.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let expected = expected(context.models);
    let mut text = read(&file)?;
    if arguments.fix {
        let fixed = fixed(&text, &expected);
        if fixed != text {
            std::fs::write(&file, &fixed).map_err(|error| Failure::file(&file, &error))?;
            context.say(&format!("{} has been mended.", file.display()));
            text = fixed;
        }
    }
    let mut findings = compare(&place, &assignments(&text), &expected);
    if !assignments(&text).contains_key(DATABASE_URL) {
        findings.push(Finding::Missing {
            place: place.clone(),
            variable: DATABASE_URL.to_owned(),
            expected: "postgres://..".to_owned(),
        });
    }
    // A variable that the environment does not set is none that disagrees: the names are compiled in.
    let environment: BTreeMap<String, String> = std::env::vars()
        .filter(|(name, _)| name.starts_with(PREFIX))
        .collect();
    findings.extend(
        compare("the environment", &environment, &expected)
            .into_iter()
            .filter(|finding| !matches!(finding, Finding::Missing { .. })),
    );
    report(context, &place, &expected, &findings)
}

fn report(
    context: &Context,
    place: &str,
    expected: &BTreeMap<String, String>,
    findings: &[Finding],
) -> Result<Outcome, Failure> {
    context.json(&serde_json::json!({ "agrees": findings.is_empty(), "findings": findings }));
    if findings.is_empty() {
        let names: Vec<&str> = expected.values().map(String::as_str).collect();
        context.say(&format!(
            "{place} and the environment agree with the catalog: {}.",
            names.join(", ")
        ));
        return Ok(Outcome::Fine);
    }
    for finding in findings {
        context.say(&finding.to_string());
    }
    context.say(&format!(
        "`env --fix` mends {place}; the environment is yours to mend."
    ));
    Ok(Outcome::SomethingToDo)
}

/// What each schema's variable should say.
fn expected(models: &CatalogDef) -> BTreeMap<String, String> {
    models
        .schemas
        .iter()
        .map(|schema| {
            (
                format!("{PREFIX}{}", schema.name.to_uppercase()),
                schema.name.to_owned(),
            )
        })
        .collect()
}

fn read(file: &Path) -> Result<String, Failure> {
    match std::fs::read_to_string(file) {
        Ok(text) => Ok(text),
        // A file that is not there says nothing; every variable is then missing in it.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Failure::file(file, &error)),
    }
}

/// The assignments of a file, comments and quotes taken away.
fn assignments(text: &str) -> BTreeMap<String, String> {
    text.lines().filter_map(assignment).collect()
}

fn assignment(line: &str) -> Option<(String, String)> {
    let line = line.trim();
    let line = line.strip_prefix("export ").unwrap_or(line);
    let (name, value) = line.split_once('=')?;
    if name.starts_with('#') {
        return None;
    }
    let value = value.split(" #").next().unwrap_or(value).trim();
    let unquoted = ['"', '\'']
        .iter()
        .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote));
    Some((name.trim().to_owned(), unquoted.unwrap_or(value).to_owned()))
}

fn compare(
    place: &str,
    found: &BTreeMap<String, String>,
    expected: &BTreeMap<String, String>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (variable, name) in expected {
        match found.get(variable) {
            None => findings.push(Finding::Missing {
                place: place.to_owned(),
                variable: variable.clone(),
                expected: name.clone(),
            }),
            Some(value) if value != name => findings.push(Finding::Different {
                place: place.to_owned(),
                variable: variable.clone(),
                value: value.clone(),
                expected: name.clone(),
            }),
            Some(_) => {}
        }
    }
    for (variable, value) in found {
        if variable.starts_with(PREFIX) && !expected.contains_key(variable) {
            findings.push(Finding::Extra {
                place: place.to_owned(),
                variable: variable.clone(),
                value: value.clone(),
            });
        }
    }
    findings
}

/// The file with our variables as they should be, and everything else as it is.
fn fixed(text: &str, expected: &BTreeMap<String, String>) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for line in text.lines() {
        match assignment(line) {
            Some((name, value)) if name.starts_with(PREFIX) => match expected.get(&name) {
                Some(_) if seen.contains(&name) => {}
                Some(wanted) => {
                    lines.push(if value == *wanted {
                        line.to_owned()
                    } else {
                        format!("{name}={wanted}")
                    });
                    seen.push(name);
                }
                None => {}
            },
            Some((name, _)) => {
                lines.push(line.to_owned());
                seen.push(name);
            }
            None => lines.push(line.to_owned()),
        }
    }
    if !seen.iter().any(|name| name == DATABASE_URL) {
        lines.insert(0, format!("{DATABASE_URL}=postgres://localhost/app"));
    }
    for (name, value) in expected {
        if !seen.contains(name) {
            lines.push(format!("{name}={value}"));
        }
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> BTreeMap<String, String> {
        [("DB_SCHEMA_CORE", "core"), ("DB_SCHEMA_RAG", "rag")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into()
    }

    #[test]
    fn missing_extra_and_different_are_each_named() {
        let text = "# ours\nexport DB_SCHEMA_CORE='kern' # no\nDB_SCHEMA_OLD=old\n";
        let findings: Vec<String> = compare("file", &assignments(text), &names())
            .iter()
            .map(Finding::to_string)
            .collect();
        assert_eq!(
            findings,
            [
                "different in file: DB_SCHEMA_CORE=kern, but the schema that was compiled in is `core`",
                "missing in file: DB_SCHEMA_RAG=rag",
                "too much in file: DB_SCHEMA_OLD=old names no schema of the catalog",
            ]
        );
    }

    #[test]
    fn a_fix_leaves_the_rest_alone_and_is_enough() {
        let text = "# ours\nDATABASE_URL=postgres://db/x\n\nDB_SCHEMA_OLD=old\nDB_SCHEMA_CORE=kern\nLOG=info\n";
        let fixed = fixed(text, &names());
        assert_eq!(
            fixed,
            "# ours\nDATABASE_URL=postgres://db/x\n\nDB_SCHEMA_CORE=core\nLOG=info\nDB_SCHEMA_RAG=rag\n"
        );
        assert_eq!(compare("file", &assignments(&fixed), &names()), []);
    }
}
