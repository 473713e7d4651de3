use std::collections::BTreeMap;

/// Which named things of two sides are the same ones.
pub(super) struct Pairs {
    /// The same name and the same definition.
    pub(super) kept: Vec<String>,
    /// The same definition under another name: old, new.
    pub(super) renamed: Vec<(String, String)>,
    /// Only on the first side.
    pub(super) gone: Vec<String>,
    /// Only on the second side.
    pub(super) new: Vec<String>,
}

/// Pairs by name first and by definition second, each in the order of the names, so that the outcome
/// is the same every time.
pub(super) fn pair<T>(
    from: &BTreeMap<String, T>,
    to: &BTreeMap<String, T>,
    same: impl Fn(&T, &T) -> bool,
) -> Pairs {
    let is_kept = |name: &String| matches!((from.get(name), to.get(name)), (Some(left), Some(right)) if same(left, right));
    let kept: Vec<String> = to.keys().filter(|name| is_kept(name)).cloned().collect();
    let mut gone: Vec<String> = from.keys().filter(|name| !is_kept(name)).cloned().collect();
    let mut new = Vec::new();
    let mut renamed = Vec::new();
    for name in to.keys().filter(|name| !is_kept(name)) {
        let twin = gone.iter().position(|old| same(&from[old], &to[name]));
        match twin {
            Some(at) => renamed.push((gone.remove(at), name.clone())),
            None => new.push(name.clone()),
        }
    }
    Pairs {
        kept,
        renamed,
        gone,
        new,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::pair;

    fn side(content: &[(&str, i32)]) -> BTreeMap<String, i32> {
        content
            .iter()
            .map(|(name, value)| ((*name).to_owned(), *value))
            .collect()
    }

    #[test]
    fn a_name_wins_over_a_twin_and_twins_are_taken_once() {
        let pairs = pair(
            &side(&[("a", 1), ("b", 1), ("c", 1), ("d", 4), ("e", 5)]),
            &side(&[("b", 1), ("x", 1), ("y", 1), ("z", 1), ("d", 5)]),
            |left, right| left == right,
        );
        assert_eq!(pairs.kept, ["b"]);
        let renamed: Vec<(&str, &str)> = pairs
            .renamed
            .iter()
            .map(|(old, new)| (old.as_str(), new.as_str()))
            .collect();
        assert_eq!(renamed, [("e", "d"), ("a", "x"), ("c", "y")]);
        assert_eq!(pairs.gone, ["d"]);
        assert_eq!(pairs.new, ["z"]);
    }
}
