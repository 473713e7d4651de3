/// How many bytes of a message are kept. The longest message names two tables, two columns and a
/// handful of candidates, each of at most 63 bytes.
const CAPACITY: usize = 1536;

/// The outcome of a check that runs in the compiler: nothing to say, or the text of the error.
#[derive(Clone, Copy)]
pub struct Verdict {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Verdict {
    /// Nothing to say.
    pub const fn fine() -> Self {
        Self {
            bytes: [0; CAPACITY],
            length: 0,
        }
    }

    /// The error's text, if there is an error.
    pub const fn message(&self) -> Option<&str> {
        if self.length == 0 {
            return None;
        }
        // Only whole strings are appended, and a string is cut at a character boundary.
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => Some(text),
            Err(_) => Some("a check failed, and its message is not UTF-8: please report this"),
        }
    }
}

/// The outcome of a check over a list: whose place the error is, and its text. It is computed once,
/// and asked for by every place in the list, so that the error is shown where it belongs.
#[derive(Clone, Copy)]
pub struct Placed {
    place: usize,
    verdict: Verdict,
}

impl Placed {
    pub(crate) const fn fine() -> Self {
        Self {
            place: usize::MAX,
            verdict: Verdict::fine(),
        }
    }

    pub(crate) const fn new(place: usize, verdict: Verdict) -> Self {
        Self { place, verdict }
    }

    /// What is to be said at that place of the list.
    pub const fn at(&self, place: usize) -> Verdict {
        if self.place == place {
            self.verdict
        } else {
            Verdict::fine()
        }
    }
}

/// A message in the making, in a `const`.
#[derive(Clone, Copy)]
pub(crate) struct Message {
    verdict: Verdict,
}

impl Message {
    pub(crate) const fn new() -> Self {
        Self {
            verdict: Verdict::fine(),
        }
    }

    /// Appends a text, or as many of its whole characters as there is room for.
    pub(crate) const fn text(mut self, text: &str) -> Self {
        let source = text.as_bytes();
        let mut take = source.len();
        if take > CAPACITY - self.verdict.length {
            take = CAPACITY - self.verdict.length;
            while !text.is_char_boundary(take) {
                take -= 1;
            }
        }
        let mut at = 0;
        while at < take {
            self.verdict.bytes[self.verdict.length] = source[at];
            self.verdict.length += 1;
            at += 1;
        }
        self
    }

    /// Appends a list of names: `(document_id, idx)`.
    pub(crate) const fn list(mut self, names: &[&str]) -> Self {
        self = self.text("(");
        let mut at = 0;
        while at < names.len() {
            if at > 0 {
                self = self.text(", ");
            }
            self = self.text(names[at]);
            at += 1;
        }
        self.text(")")
    }

    pub(crate) const fn verdict(self) -> Verdict {
        self.verdict
    }
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
