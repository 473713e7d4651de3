use std::fmt;
use std::str::FromStr;

/// What a step can hurt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hazard {
    /// Its stable code.
    pub code: HazardCode,
    /// On what.
    pub text: String,
}

/// The stable codes of hazards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HazardCode {
    /// Rows or values are deleted.
    DeletesData,
    /// A table is found under another name or in another schema from now on.
    TableMoved,
    /// A column is found under another name from now on.
    ColumnRenamed,
    /// An index is built, which reads the whole table.
    IndexBuild,
    /// An index that queries may be using is dropped.
    IndexDropped,
    /// The table is rewritten under ACCESS EXCLUSIVE.
    RewritesTable,
    /// The table is read under a lock that stops readers or writers.
    ScansTable,
}

impl HazardCode {
    const ALL: [Self; 7] = [
        Self::DeletesData,
        Self::TableMoved,
        Self::ColumnRenamed,
        Self::IndexBuild,
        Self::IndexDropped,
        Self::RewritesTable,
        Self::ScansTable,
    ];

    /// The code as it stands in files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DeletesData => "DELETES_DATA",
            Self::TableMoved => "TABLE_MOVED",
            Self::ColumnRenamed => "COLUMN_RENAMED",
            Self::IndexBuild => "INDEX_BUILD",
            Self::IndexDropped => "INDEX_DROPPED",
            Self::RewritesTable => "REWRITES_TABLE",
            Self::ScansTable => "SCANS_TABLE",
        }
    }

    /// What follows from it, whatever it is on.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::DeletesData => "rows or values are gone, and no way back restores them",
            Self::TableMoved => {
                "ACCESS EXCLUSIVE for a moment, no row is copied; clients and function bodies that say the old name, or find it by search_path, fail from then on"
            }
            Self::ColumnRenamed => {
                "clients and function bodies that say the old name fail from then on"
            }
            Self::IndexBuild => "reads the whole table twice, without stopping readers or writers",
            Self::IndexDropped => {
                "ACCESS EXCLUSIVE for a moment; queries that use the index become slower unless another one serves them"
            }
            Self::RewritesTable => "the table and its indexes are rewritten under ACCESS EXCLUSIVE",
            Self::ScansTable => "the table is read under a lock that stops writers",
        }
    }

    /// Whether the hazard loses data: then a plan goes no further unless it is allowed by its code.
    pub fn loses_data(self) -> bool {
        matches!(self, Self::DeletesData)
    }
}

impl fmt::Display for HazardCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for Hazard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.code, self.text)
    }
}

/// A text that is no hazard's code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no hazard's code. They are: {}", HazardCode::ALL.map(HazardCode::as_str).join(", "))]
pub struct NotAHazardCode {
    text: String,
}

impl FromStr for HazardCode {
    type Err = NotAHazardCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|code| code.as_str() == text)
            .ok_or_else(|| NotAHazardCode {
                text: text.to_owned(),
            })
    }
}
