use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The name of a migration: the schema that it belongs to and its number there, `core/0002`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// The schema.
    pub schema: String,
    /// The number inside the schema, counted from 1. The ledger gives 0 to what came before them.
    pub number: u32,
}

impl Version {
    /// Puts the two parts together.
    pub fn new(schema: impl Into<String>, number: u32) -> Self {
        Self {
            schema: schema.into(),
            number,
        }
    }

    /// The one before it in the same schema.
    pub fn preceding(&self) -> Option<Self> {
        (self.number > 1).then(|| Self::new(&self.schema, self.number - 1))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{:04}", self.schema, self.number)
    }
}

/// A text that is no version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a version: write the schema and the number, as in `core/0002`")]
pub struct NotAVersion(String);

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAVersion(text.to_owned());
        let (schema, number) = text.rsplit_once('/').ok_or_else(wrong)?;
        // `parse` alone would also take a sign.
        if schema.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(wrong());
        }
        match number.parse() {
            Ok(number) if number > 0 => Ok(Self::new(schema, number)),
            _ => Err(wrong()),
        }
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_as_it_is_displayed() {
        for version in [
            Version::new("core", 2),
            Version::new("My App", 9999),
            Version::new("rag", 12_345),
        ] {
            assert_eq!(version.to_string().parse(), Ok(version));
        }
        assert_eq!("core/2".parse(), Ok(Version::new("core", 2)));
        assert_eq!(Version::new("core", 2).to_string(), "core/0002");
    }

    #[test]
    fn half_a_version_is_refused() {
        for text in [
            "core",
            "core/",
            "/0002",
            "core/0000",
            "core/+2",
            "core/x",
            "",
        ] {
            assert!(text.parse::<Version>().is_err(), "{text}");
        }
    }

    #[test]
    fn versions_of_a_schema_sort_by_number() {
        assert!(Version::new("core", 2) < Version::new("core", 10));
        assert_eq!(Version::new("core", 1).preceding(), None);
        assert_eq!(
            Version::new("core", 10).preceding(),
            Some(Version::new("core", 9))
        );
    }
}
