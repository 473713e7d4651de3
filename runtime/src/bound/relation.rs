use crate::descriptor::{CatalogDef, QualifiedDef, SchemaDef, TableDef};

/// What other structs may know of a table.
///
/// It depends on nothing: the descriptors of two tables may both take names from each other's
/// `Relation`, and no constant becomes part of a cycle.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "this is not a `#[derive(Table)]` struct",
    note = "only a struct with `#[derive(Table)]` can be referenced, listed in a schema or queried"
)]
pub trait Relation: Sized + 'static {
    /// The schema that owns the table.
    const SCHEMA: &'static str;
    /// The table's name.
    const NAME: &'static str;
    /// Schema and name, quoted, as they stand in a statement: `"rag"."documents"`.
    const QUALIFIED: &'static str;
    /// Schema and name, as data.
    #[doc(hidden)]
    const PLACE: QualifiedDef = QualifiedDef {
        schema: Self::SCHEMA,
        name: Self::NAME,
    };
    /// The columns of the primary key, in its order; empty if there is none.
    const PRIMARY_KEY: &'static [&'static str];
    /// Every set of columns that a foreign key may refer to, each sorted by name: Postgres does not
    /// care for the order in which a key's columns are referenced.
    const UNIQUE_SETS: &'static [&'static [&'static str]];
    /// The type of the primary key: the column's type, a tuple for several columns, `()` for none.
    type PrimaryKey;
    /// A struct with a [`Column`](crate::Column) for each field of the table's struct.
    type Columns: Copy + 'static;
    /// Its one value.
    const COLUMNS: Self::Columns;
}

/// A struct whose table is fully described.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "this is not a `#[derive(Table)]` struct"
)]
pub trait Table: Relation {
    /// The descriptor.
    const TABLE: TableDef;
}

/// The name of a schema. It depends on nothing, as [`Relation`] does, so that schemas may name each other.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a schema",
    label = "this is not a `#[derive(Schema)]` struct"
)]
pub trait SchemaName {
    /// The schema's name in the database.
    const NAME: &'static str;
}

/// A schema with its tables.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a schema",
    label = "this is not a `#[derive(Schema)]` struct"
)]
pub trait Schema: SchemaName {
    /// The descriptor.
    const SCHEMA: SchemaDef;
}

/// All schemas of one application.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a catalog",
    label = "this is not a `#[derive(Catalog)]` struct"
)]
pub trait Catalog {
    /// The descriptor.
    const CATALOG: CatalogDef;
}
