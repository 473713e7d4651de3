//! What the move promises, one promise a file, each with the figure that shows whether it was kept.

pub(crate) mod agreement;
pub(crate) mod contents;
pub(crate) mod dump;
pub(crate) mod listing;
pub(crate) mod models;
pub(crate) mod names;
pub(crate) mod place;
pub(crate) mod prefix;
pub(crate) mod refusal;
pub(crate) mod standing;
pub(crate) mod storage;
pub(crate) mod uniqueness;

/// What came of looking at one promise.
pub(crate) enum Verdict {
    /// It was kept: the figure.
    Kept(String),
    /// It was broken: what differs.
    Broken(String),
}

impl Verdict {
    /// Kept with that figure when nothing is wrong, otherwise broken; at most five of what is wrong are told.
    pub(crate) fn unless(wrong: &[String], kept: impl FnOnce() -> String) -> Self {
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

/// `175881` as `175,881`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
