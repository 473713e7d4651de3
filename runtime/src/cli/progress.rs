use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::args::Format;
use super::context::print;
use crate::runner::{Direction, Event, Progress};

/// Shows a run while it goes: a line for each step, and a bar where there is a terminal.
pub(super) struct Shown {
    format: Format,
    bar: ProgressBar,
    name: String,
}

impl Shown {
    pub(super) fn new(format: Format) -> Self {
        let bar = match format {
            Format::Text => ProgressBar::new_spinner(),
            Format::Json => ProgressBar::hidden(),
        };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        Self {
            format,
            bar,
            name: String::new(),
        }
    }

    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }

    fn line(&self, line: &str) {
        self.bar.suspend(|| print(line));
    }
}

impl Progress for Shown {
    fn event(&mut self, event: &Event) {
        if self.format == Format::Json {
            if let Ok(line) = serde_json::to_string(event) {
                self.line(&line);
            }
            return;
        }
        match event {
            Event::Waiting { holder } => {
                let who = holder
                    .as_ref()
                    .map_or_else(String::new, |holder| format!(": {holder}"));
                self.line(&format!("waiting for another runner{who}"));
            }
            Event::Bootstrapped { schema } => {
                self.line(&format!("ledger created in schema {schema}"));
            }
            Event::Started {
                version,
                name,
                place,
                of,
                ..
            } => {
                self.name.clone_from(name);
                self.bar
                    .set_message(format!("{place}/{of} {version}_{name}"));
                self.bar.enable_steady_tick(Duration::from_millis(100));
            }
            Event::AlreadyDone { version, statement } => {
                self.line(&format!(
                    "{version}: statement {statement} had happened already"
                ));
            }
            Event::InvalidIndexDropped { version, index } => {
                self.line(&format!(
                    "{version}: {index} was half built; dropped, to be built anew"
                ));
            }
            Event::Retrying {
                version,
                attempt,
                sqlstate,
                pause,
            } => self.line(&format!(
                "{version} gave way to others ({sqlstate}); try {attempt} in {:.1} s",
                pause.as_secs_f64()
            )),
            Event::CommitLookedUp { version, happened } => self.line(&format!(
                "{version}: the answer to COMMIT was lost; the ledger says that it {}",
                if *happened {
                    "happened"
                } else {
                    "did not happen"
                }
            )),
            Event::Finished {
                version,
                direction,
                elapsed,
            } => self.line(&format!(
                "{}  {:>7.1} ms  {version}_{}",
                match direction {
                    Direction::Up => "up  ",
                    Direction::Down => "down",
                },
                elapsed.as_secs_f64() * 1000.0,
                self.name
            )),
            Event::LedgerRemoved => self.line("ledger removed"),
            Event::SchemaKept { schema } => {
                self.line(&format!(
                    "schema {schema} stays: it holds something that is not ours"
                ));
            }
        }
    }
}
