//! What the move promises, one promise a file, each with the figure that shows whether it was kept.

pub mod contents;
pub mod dump;
pub mod listing;
pub mod models;
pub mod names;
pub mod place;
pub mod prefix;
pub mod storage;
pub mod uniqueness;

/// What came of looking at one promise.
pub enum Verdict {
    /// It was kept: the figure.
    Kept(String),
    /// It was broken: what differs.
    Broken(String),
}

impl Verdict {
    /// Kept with that figure when nothing is wrong, otherwise broken; at most five of what is wrong are told.
    pub fn unless(wrong: &[String], kept: impl FnOnce() -> String) -> Self {
        const TOLD: usize = 5;
        match wrong.len() {
            0 => Self::Kept(kept()),
            all @ ..=TOLD => Self::Broken(format!("{all} differ: {}", wrong.join("; "))),
            all => Self::Broken(format!(
                "{all} differ, among them {}",
                wrong[..TOLD].join("; ")
            )),
        }
    }
}
