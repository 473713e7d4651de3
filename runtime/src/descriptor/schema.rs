use super::TableDef;

/// One schema: its tables and the schemas that it may refer to.
#[derive(Debug, Clone, Copy)]
pub struct SchemaDef {
    /// The schema's name in the database.
    pub name: &'static str,
    /// The struct's name, for messages.
    pub rust_name: &'static str,
    /// Its tables.
    pub tables: &'static [&'static TableDef],
    /// The names of the schemas into which its foreign keys may point.
    pub depends_on: &'static [&'static str],
    /// The text of `COMMENT ON SCHEMA`.
    pub comment: Option<&'static str>,
}
