use super::SchemaDef;

/// An extension that the application needs, and the schema in which it is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExtensionDef {
    /// The extension's name.
    pub name: &'static str,
    /// The schema that holds its objects.
    pub schema: &'static str,
}

/// All schemas of one application.
#[derive(Debug, Clone, Copy)]
pub struct CatalogDef {
    /// The struct's name, for messages.
    pub rust_name: &'static str,
    /// The schemas, in the order declared.
    pub schemas: &'static [SchemaDef],
    /// The schema that holds the ledger.
    pub ledger: &'static str,
    /// The extensions that the models need.
    pub extensions: &'static [ExtensionDef],
}
