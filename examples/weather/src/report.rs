//! What a person reads: a heading for each stage, a line for each figure.

use std::fmt::Display;
use std::process::ExitCode;

use crate::proof::Verdict;

/// Prints as it goes, and remembers how much was proved.
#[derive(Default)]
pub(crate) struct Report {
    kept: usize,
    broken: usize,
}

impl Report {
    /// Begins a stage.
    pub(crate) fn stage(&self, title: impl Display) {
        println!("\n{title}");
    }

    /// Tells a fact that proves nothing.
    pub(crate) fn fact(&self, name: &str, figure: impl Display) {
        println!("    {name:<22} {figure}");
    }

    /// Tells whether a promise was kept.
    pub(crate) fn proof(&mut self, name: &str, verdict: Verdict) {
        match verdict {
            Verdict::Kept(figure) => {
                self.kept += 1;
                println!(" ok {name:<22} {figure}");
            }
            Verdict::Broken(figure) => {
                self.broken += 1;
                println!("BAD {name:<22} {figure}");
            }
        }
    }

    /// Sums up; a broken promise makes the exit status 1.
    pub(crate) fn conclude(self) -> ExitCode {
        if self.broken == 0 {
            println!("\nAll {} promises were kept.", self.kept);
            ExitCode::SUCCESS
        } else {
            println!(
                "\n{} of {} promises were BROKEN.",
                self.broken,
                self.kept + self.broken
            );
            ExitCode::FAILURE
        }
    }
}
