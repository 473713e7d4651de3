use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// The SHA-256 of a text, in hexadecimal.
pub(super) fn checksum(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The text of the sum file: a line for each file, in the order of the paths, as `sha256sum` writes it.
pub(super) fn render(sums: &BTreeMap<String, String>) -> String {
    sums.iter()
        .map(|(path, sum)| format!("{sum}  {path}\n"))
        .collect()
}

/// Reads the sum file; a line that is none is given back.
pub(super) fn parse(text: &str) -> Result<BTreeMap<String, String>, String> {
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let (sum, path) = line.split_once("  ").ok_or(line)?;
            let is_sum = sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_sum
                .then(|| (path.to_owned(), sum.to_owned()))
                .ok_or_else(|| line.to_owned())
        })
        .collect()
}
