//! "Did you mean": the known name that is nearest to a mistyped one.

/// How alike two names must be to be proposed, from 0 (nothing in common) to 1 (equal): by their
/// beginning, or by the edits between them.
const ALIKE: (f64, f64) = (0.8, 0.6);

/// The candidate most like `name`, if one is alike enough to be what was meant.
pub(crate) fn nearest<'c>(
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    candidates
        .into_iter()
        .filter_map(|candidate| {
            // The first measure knows a common beginning, the second what is left out in the middle
            // (`idx` for `index`).
            let beginning = strsim::jaro_winkler(name, candidate);
            let edits = strsim::normalized_damerau_levenshtein(name, candidate);
            (beginning >= ALIKE.0 || edits >= ALIKE.1).then_some((beginning + edits, candidate))
        })
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, candidate)| candidate)
}

/// The names as a sentence lists them: `` `a`, `b` and `c` ``.
pub(crate) fn list<'c>(names: impl IntoIterator<Item = &'c str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;
