use std::fmt;
use std::str::FromStr;

use super::header::qualified_name;
use super::split::split;
use super::{Action, Check, Mode, Script, Statement, Version};

/// What is wrong with a file, all of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ScriptError {
    /// In the order of the lines.
    pub faults: Vec<ScriptFault>,
}

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ScriptFault {
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong there, and what to write.
    pub message: String,
}

impl fmt::Display for ScriptError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let faults: Vec<String> = self.faults.iter().map(ToString::to_string).collect();
        formatter.write_str(&faults.join("\n"))
    }
}

/// The first line of a file that is not one transaction.
pub(super) const NO_TRANSACTION: &str = "-- no-transaction";

/// A header that goes on in the next line is indented by this.
pub(super) const CONTINUATION: &str = "--     ";

const KEYS: [&str; 15] = [
    "part",
    "requires",
    "moves",
    "creates",
    "creates-schema",
    "expect",
    "check",
    "because",
    "hazard",
    "class",
    "irreversible",
    "undoes",
    "drops-table",
    "drops-column",
    DONE_WHEN,
];
const DONE_WHEN: &str = "done-when";

impl Script {
    /// Reads a file.
    ///
    /// # Errors
    /// Names every line that cannot be read, and every statement that cannot run in the file's mode.
    pub fn parse(text: &str) -> Result<Self, ScriptError> {
        let mut reader = Reader::default();
        let body = reader.headers(text);
        reader.statements(text, body);
        if reader.faults.is_empty() {
            reader.judge_mode();
        }
        if reader.faults.is_empty() {
            Ok(reader.script)
        } else {
            reader.faults.sort_by_key(|fault| fault.line);
            Err(ScriptError {
                faults: reader.faults,
            })
        }
    }
}

#[derive(Default)]
struct Reader {
    script: Script,
    /// What was said before the first statement and belongs to it.
    first_statement: Statement,
    /// The line of each statement.
    lines: Vec<usize>,
    faults: Vec<ScriptFault>,
}

/// A header line with the lines that continue it.
struct Header {
    line: usize,
    key: &'static str,
    value: String,
}

impl Reader {
    fn fault(&mut self, line: usize, message: impl Into<String>) {
        self.faults.push(ScriptFault {
            line,
            message: message.into(),
        });
    }

    /// Reads the comment lines at the top; gives where the statements begin.
    fn headers(&mut self, text: &str) -> usize {
        let mut headers: Vec<Header> = Vec::new();
        let mut block: Vec<String> = Vec::new();
        let mut open = false;
        let mut at = 0;
        for (index, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_end();
            // A continued text may hold an empty line, or spaces at a line's end.
            let unbroken = whole.trim_end_matches(['\n', '\r']);
            let number = index + 1;
            if line.trim_start().is_empty() {
                self.script.notes.append(&mut block);
                open = false;
            } else if !line.starts_with("--") {
                break;
            } else if line == NO_TRANSACTION {
                if number == 1 {
                    self.script.mode = Mode::NoTransaction;
                } else {
                    self.fault(
                        number,
                        "`-- no-transaction` counts on the first line only: move it there",
                    );
                }
            } else if let Some(more) = unbroken.strip_prefix(CONTINUATION).filter(|_| open) {
                if let Some(header) = headers.last_mut() {
                    header.value.push('\n');
                    header.value.push_str(more);
                }
            } else if let Some((key, value)) = header(line) {
                let value = value.to_owned();
                headers.push(Header {
                    line: number,
                    key,
                    value,
                });
                open = true;
            } else {
                open = false;
                if let Some(message) = misspelt(line) {
                    self.fault(number, message);
                }
                block.push(note(line));
            }
            at += whole.len();
        }
        // Notes right above the first statement are about it, unless they are all that the file says at its top.
        if self.script.notes.is_empty() && headers.is_empty() {
            self.script.notes = block;
        } else {
            self.first_statement.notes = block;
        }
        for header in headers {
            self.take(&header);
        }
        at
    }

    fn take(&mut self, header: &Header) {
        let script = &mut self.script;
        let value = header.value.as_str();
        let taken = if value.is_empty() {
            Err(format!(
                "`-- {}:` says nothing: write its value or delete the line",
                header.key
            ))
        } else {
            match header.key {
                "part" => once(&mut script.part, value),
                "requires" => each(&mut script.requires, version(value)),
                "moves" => each(&mut script.moves, value.parse()),
                "creates" => each(&mut script.creates, qualified_name(value)),
                "creates-schema" => each(&mut script.creates_schemas, Ok(value.to_owned())),
                "expect" => each(&mut script.expectations, value.parse()),
                "check" => each(
                    &mut script.checks,
                    Ok(Check {
                        query: value.to_owned(),
                        because: None,
                    }),
                ),
                "because" => because(script.checks.last_mut(), value),
                "hazard" => each(&mut script.hazards, value.parse()),
                "class" => once(&mut script.class, value),
                "irreversible" => once(&mut script.irreversible, value),
                "undoes" => each(&mut script.undoes, version(value)),
                "drops-table" => each(&mut script.drops_tables, qualified_name(value)),
                "drops-column" => each(&mut script.drops_columns, value.parse()),
                _ => once(&mut self.first_statement.done_when, value),
            }
        };
        if let Err(message) = taken {
            self.fault(header.line, message);
        }
    }

    fn statements(&mut self, text: &str, body: usize) {
        let line_of = |at: usize| text[..at].matches('\n').count() + 1;
        let pieces = match split(&text[body..]) {
            Ok(pieces) => pieces,
            Err(open) => {
                let message = format!("this {} is never closed", open.what);
                return self.fault(line_of(body + open.start), message);
            }
        };
        let mut first = Some(std::mem::take(&mut self.first_statement));
        for piece in pieces {
            let mut statement = first.take().unwrap_or_default();
            for (at, comment) in piece.comments {
                let line = line_of(body + at);
                match header(comment) {
                    Some((DONE_WHEN, value)) => {
                        if let Err(message) = once(&mut statement.done_when, value) {
                            self.fault(line, message);
                        }
                    }
                    Some((key, _)) => self.fault(
                        line,
                        format!("`-- {key}:` stands after the first statement, where nothing reads it: move it to the top of the file"),
                    ),
                    None if comment.starts_with("--") => statement.notes.push(note(comment)),
                    None => statement.notes.extend(comment.lines().map(str::to_owned)),
                }
            }
            piece.sql.clone_into(&mut statement.sql);
            self.lines.push(line_of(body + piece.start));
            self.script.statements.push(statement);
        }
        if let Some(Statement {
            done_when: Some(_), ..
        }) = first
        {
            self.fault(
                1,
                "`-- done-when:` belongs to the statement after it, and there is none",
            );
        }
    }

    /// A transaction cannot hold what Postgres refuses to run in one; without a transaction every
    /// statement must show whether it happened, or a killed run could not be continued.
    fn judge_mode(&mut self) {
        let alone = self.script.statements.len() == 1;
        for at in 0..self.script.statements.len() {
            let statement = &self.script.statements[at];
            let message = match (self.script.mode, statement.action()) {
                (_, Action::ControlTransaction) => {
                    "begins or ends a transaction, which is the runner's to do: delete it"
                }
                (
                    Mode::Transaction,
                    Action::CreateIndexConcurrently(_)
                    | Action::DropIndexConcurrently(_)
                    | Action::OtherConcurrently,
                ) => {
                    "cannot run in a transaction: give it a file of its own with `-- no-transaction` on the first line"
                }
                (
                    Mode::NoTransaction,
                    Action::OtherConcurrently | Action::ValidateConstraint | Action::Other,
                )
                | (
                    Mode::NoTransaction,
                    Action::CreateExtension(_) | Action::CreateSchema(_) | Action::DropSchema(_),
                ) if statement.done_when.is_none() && !alone => {
                    "shares a file without transaction and does not say when it is done, so that a killed run could not be continued: write `-- done-when: SELECT ..` above it, or give it a file of its own"
                }
                _ => continue,
            };
            let message = format!("`{}` {message}", statement.first_line());
            self.fault(self.lines[at], message);
        }
    }
}

/// The key and the value of a line that is a header.
fn header(line: &str) -> Option<(&'static str, &str)> {
    let (key, value) = line.strip_prefix("-- ")?.split_once(':')?;
    let key = KEYS.into_iter().find(|known| *known == key)?;
    Some((key, value.strip_prefix(' ').unwrap_or(value)))
}

fn note(line: &str) -> String {
    let text = &line[2..];
    text.strip_prefix(' ').unwrap_or(text).to_owned()
}

/// A line that nearly is a header would be ignored without a word.
fn misspelt(line: &str) -> Option<String> {
    let text = line.trim_start_matches('-').trim_start();
    let word = text.split([':', ' ']).next()?;
    if text.eq_ignore_ascii_case("no-transaction") || text.eq_ignore_ascii_case("no transaction") {
        return Some(format!(
            "`{line}` is not read: write `{NO_TRANSACTION}`, exactly so, on the first line"
        ));
    }
    text[word.len()..].starts_with(':').then_some(())?;
    let folded = word.to_lowercase().replace('_', "-");
    let meant = KEYS.into_iter().find(|key| distance(key, &folded) <= 1)?;
    Some(format!(
        "`{word}` is no header: write `-- {meant}: ..`, or without the colon if it is only a remark"
    ))
}

/// How many letters must change to turn one word into the other.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

fn version(value: &str) -> Result<Version, String> {
    value.parse::<Version>().map_err(|error| error.to_string())
}

fn each<T>(slot: &mut Vec<T>, value: Result<T, String>) -> Result<(), String> {
    slot.push(value?);
    Ok(())
}

fn once<T: FromStr>(slot: &mut Option<T>, value: &str) -> Result<(), String>
where
    T::Err: fmt::Display,
{
    if slot.is_some() {
        return Err("this header is given twice: keep one".to_owned());
    }
    *slot = Some(value.parse().map_err(|error: T::Err| error.to_string())?);
    Ok(())
}

fn because(check: Option<&mut Check>, value: &str) -> Result<(), String> {
    match check {
        Some(check) if check.because.is_none() => {
            check.because = Some(value.to_owned());
            Ok(())
        }
        _ => Err(
            "`-- because:` explains the `-- check:` above it, and there is none without a reason"
                .to_owned(),
        ),
    }
}
