//! Comparing and sorting names in a `const`, never pairwise: the compiler stops a `const` that
//! compares 300 names with each other.

/// Whether two names are the same.
pub(crate) const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if left[at] != right[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether a name is among a few.
pub(crate) const fn contains(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if same(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether two lists of distinct column names hold the same names, in any order. Quadratic in the
/// columns of one key, of which Postgres allows 32.
pub(crate) const fn same_set(left: &[&str], right: &[&str]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut at = 0;
    while at < left.len() {
        if !contains(right, left[at]) {
            return false;
        }
        at += 1;
    }
    true
}

/// A name's place in a list, with the hash by which it is sorted.
#[derive(Clone, Copy)]
pub(crate) struct Hashed {
    pub(crate) hash: u64,
    pub(crate) owner: usize,
    pub(crate) name: &'static str,
}

impl Hashed {
    pub(crate) const NONE: Self = Self {
        hash: 0,
        owner: 0,
        name: "",
    };

    pub(crate) const fn new(owner: usize, name: &'static str) -> Self {
        Self {
            hash: fnv(OFFSET, name),
            owner,
            name,
        }
    }

    /// A name inside a schema.
    pub(crate) const fn qualified(owner: usize, schema: &str, name: &'static str) -> Self {
        Self {
            hash: fnv(fnv(OFFSET, schema) ^ 0x2e, name),
            owner,
            name,
        }
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a (Fowler, Noll and Vo): good enough to sort by, and four operations a byte.
const fn fnv(mut hash: u64, name: &str) -> u64 {
    let bytes = name.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// Heapsort by hash: `n log n` steps, in place, in a `const`.
pub(crate) const fn sort<const N: usize>(mut names: [Hashed; N]) -> [Hashed; N] {
    let mut root = N / 2;
    while root > 0 {
        root -= 1;
        sift(&mut names, root, N);
    }
    let mut end = N;
    while end > 1 {
        end -= 1;
        let last = names[end];
        names[end] = names[0];
        names[0] = last;
        sift(&mut names, 0, end);
    }
    names
}

const fn sift<const N: usize>(names: &mut [Hashed; N], mut root: usize, end: usize) {
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && names[child].hash < names[child + 1].hash {
            child += 1;
        }
        if names[root].hash >= names[child].hash {
            return;
        }
        let parent = names[root];
        names[root] = names[child];
        names[child] = parent;
        root = child;
    }
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
