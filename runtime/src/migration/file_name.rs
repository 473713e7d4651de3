use super::Version;

/// What a path inside the folder says of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileName {
    pub(super) version: Version,
    pub(super) name: String,
    pub(super) direction: Direction,
}

/// Which file of the pair it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

impl FileName {
    /// Reads `core/0002_move_core.up.sql`.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let (schema, file) = path.split_once('/')?;
        let (stem, direction) = match file.strip_suffix(".up.sql") {
            Some(stem) => (stem, Direction::Up),
            None => (file.strip_suffix(".down.sql")?, Direction::Down),
        };
        let (number, name) = stem.split_once('_')?;
        if number.len() < 4 || name.is_empty() || file.contains('/') {
            return None;
        }
        Some(Self {
            version: format!("{schema}/{number}").parse().ok()?,
            name: name.to_owned(),
            direction,
        })
    }
}

/// The path inside the folder of one file of a pair.
pub(super) fn path(version: &Version, name: &str, direction: Direction) -> String {
    let suffix = match direction {
        Direction::Up => "up",
        Direction::Down => "down",
    };
    format!("{version}_{name}.{suffix}.sql")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_as_it_is_written() {
        let version = Version::new("core", 2);
        for direction in [Direction::Up, Direction::Down] {
            let written = path(&version, "move_core_1", direction);
            let read = FileName::parse(&written).unwrap();
            assert_eq!(
                (&read.version, read.name.as_str(), read.direction),
                (&version, "move_core_1", direction)
            );
        }
        for odd in [
            "core/2_a.up.sql",
            "core/0002_a.sql",
            "core/0002.up.sql",
            "0002_a.up.sql",
            "core/0000_a.up.sql",
            "core/x/0002_a.up.sql",
        ] {
            assert_eq!(FileName::parse(odd), None, "{odd}");
        }
    }
}
