//! The derives, with what their attributes say.

/// Declares a table: one struct is one table, one field one column.
///
/// The derive emits the table's descriptor ([`Table::TABLE`](crate::Table::TABLE)), its names and keys
/// ([`Relation`](crate::Relation)), its SQL as literals, and a constant for each key: `PK`, and
/// `UQ_{COLUMNS}` for a unique constraint or a unique index over whole columns of all rows.
///
/// ```
/// use bailiwick::prelude::*;
///
/// #[derive(Table, Debug, Clone)]
/// #[schema = "rag"]
/// #[table(moved_from = "public.rag_documents", insert = NewDocument)]
/// pub struct Document {
///     #[primary_key]
///     pub id: i64,
///     #[unique]
///     pub source_id: String,
///     #[column(type = "varchar(500)")]
///     pub title: Option<String>,
///     #[column(default = "0")]
///     pub size: i32,
/// }
///
/// #[derive(Table, Debug, Clone)]
/// #[schema = "rag"]
/// #[unique(document_id, idx)]
/// #[check("idx >= 0", name = "idx_not_negative")]
/// pub struct DocumentChunk {
///     #[primary_key]
///     pub id: i64,
///     #[references(Document, on_delete = "cascade")]
///     pub document_id: i64,
///     pub idx: i32,
/// }
///
/// assert_eq!(Document::QUALIFIED, r#""rag"."documents""#);
/// assert_eq!(DocumentChunk::UQ_DOCUMENT_ID_IDX.name(), "uq_document_chunks_document_id_idx");
/// let new = NewDocument { id: 1, source_id: "a".to_owned(), title: None };
/// # let _ = new;
/// ```
///
/// # On the struct
///
/// - `#[schema = "rag"]` (or `#[table(schema = "rag")]`): the schema that owns the table. The list form,
///   `#[schema(..)]`, belongs to another crate's derive and is left alone.
/// - `#[table(..)]`, with any of
///   - `name = "sheets"`: the table's name, where it is not the plural of the struct's in snake_case;
///   - `moved_from = "public.rag_documents"`: where the table stood before, which makes a move of what
///     would be a drop and a new table;
///   - `comment = ".."`, or `comment = doc` for the documentation comment: `COMMENT ON TABLE`;
///   - `insert = NewDocument`: writes that struct, with all columns that the database does not fill. Where
///     it fills none, the table's own struct is inserted;
///   - `no_primary_key`: the table has none, and that is meant;
///   - `allow_prefix`: the table's name starts with the schema's, and that is meant;
///   - `from_row`: implements `sqlx::FromRow`, too;
///   - `crate = path`: where this crate is, if it goes by another name.
/// - `#[primary_key(a, b)]`: a primary key of several columns.
/// - `#[unique(a, b)]`: a unique constraint; with `nulls_distinct` or `nulls_not_distinct`, `allow_redundant`.
/// - `#[index(a, b desc nulls_last)]`: an index; with `unique`, `nulls_distinct` or `nulls_not_distinct`,
///   `using = "gin"`, `where = ".."`, `include(c)`, `ops(a = "gin_trgm_ops")`, `with(fillfactor = 70)`,
///   `expression = "lower(email)"` in place of a column, `allow_redundant`.
/// - `#[check("idx >= 0", name = "idx_not_negative")]`: a check.
/// - `#[references(Target, columns(a, b), to(x, y))]`: a foreign key of several columns; without `to` it
///   references the target's primary key. With `on_delete` and `on_update` (`"cascade"`, `"restrict"`,
///   `"set_null"`, `"set_default"`, `"no_action"`), `deferrable` or `deferrable = "initially_deferred"`,
///   `unindexed`.
///
/// Two keys may have a column in common, which clippy takes for a repeated attribute: write
/// `#![allow(clippy::duplicated_attributes)]` in the crate, or `duplicated_attributes = "allow"` among its lints.
///
/// Columns are called by their fields. Names follow one convention: `pk_{table}`, `uq_{table}_{columns}`,
/// `ix_{table}_{columns}`, `fk_{table}_{columns}_{referred table}`, `ck_{table}_{name}`. On a check
/// `name` is the last part; elsewhere it is the whole name and starts with its prefix; `exact_name`
/// is for a name that has to stay as it is.
///
/// # On a field
///
/// - `#[primary_key]`, `#[unique]`, `#[index]`: as above, of this column alone.
/// - `#[references(Target)]`: a foreign key to the target's primary key, `#[references(Target::column)]`
///   to another column that is unique there.
/// - `#[column(..)]`, with any of `name`, `type = "varchar(255)"`, `default = "now()"` (an SQL expression, or
///   a number or `bool`), `serial`, `identity` (`"always"`, or `"by_default"`), `generated = "a + b"`,
///   `collate = "C"` (without a schema: one of Postgres's own), `renamed_from = "old"`, `comment`.
///
/// Whether a column may be NULL is what its type says, by [`ColumnType`](crate::ColumnType): `Option<T>` may,
/// under any name.
///
/// # Errors
///
/// All that is wrong with the struct is said in one build: a column that does not exist,
///
/// ```compile_fail
/// # use bailiwick::prelude::*;
/// #[derive(Table)]
/// #[schema = "rag"]
/// #[unique(document_id, index)] // the field is called `idx`
/// pub struct DocumentChunk {
///     #[primary_key]
///     pub id: i64,
///     pub document_id: i64,
///     pub idx: i32,
/// }
/// ```
///
/// a foreign key whose types differ or whose target is not unique, and so on.
pub use bailiwick_macros::Table;

/// Declares a schema: its tables, and the schemas into which their foreign keys may point.
///
/// ```
/// use bailiwick::prelude::*;
///
/// # mod models {
/// #     use bailiwick::prelude::*;
/// #     #[derive(Table)]
/// #     #[schema = "core"]
/// #     pub struct User {
/// #         #[primary_key]
/// #         pub id: i64,
/// #     }
/// #     #[derive(Table)]
/// #     #[schema = "rag"]
/// #     pub struct Document {
/// #         #[primary_key]
/// #         pub id: i64,
/// #         #[references(User)]
/// #         pub owner_id: i64,
/// #     }
/// # }
/// # use models::*;
/// #[derive(Schema)]
/// #[schema(name = "core", tables(User))]
/// pub struct Core;
///
/// #[derive(Schema)]
/// #[schema(name = "rag", tables(Document), depends_on(Core), comment = "Retrieval")]
/// pub struct Rag;
///
/// assert_eq!(Rag::SCHEMA.tables[0].name, "documents");
/// assert_eq!(Rag::SCHEMA.depends_on, ["core"]);
/// ```
///
/// - `name = "rag"`: the schema's name in the database;
/// - `tables(..)`: its tables, each listed once and each with this schema on it;
/// - `depends_on(..)`: the boundary. A foreign key may leave the schema only for one that is named here, and
///   one that is named here is used;
/// - `comment = ".."`, or `comment = doc`;
/// - `crate = path`: where this crate is, if it goes by another name.
///
/// The compiler checks it over all tables of the schema, their names among each other included: tables,
/// indexes and sequences share one namespace.
pub use bailiwick_macros::Schema;

/// Declares all schemas of one application.
///
/// ```
/// use bailiwick::prelude::*;
///
/// # #[derive(Table)]
/// # #[schema = "core"]
/// # pub struct User {
/// #     #[primary_key]
/// #     pub id: i64,
/// # }
/// # #[derive(Schema)]
/// # #[schema(name = "core", tables(User))]
/// # pub struct Core;
/// #[derive(Catalog)]
/// #[catalog(schemas(Core), ledger = Core, extensions(vector in "public"))]
/// pub struct WeatherAi;
///
/// assert_eq!(WeatherAi::CATALOG.ledger, "core");
/// assert_eq!(WeatherAi::CATALOG.extensions[0].name, "vector");
/// ```
///
/// - `schemas(..)`: the schemas, each listed once;
/// - `ledger = Core`: the one that holds the table of applied migrations;
/// - `extensions(vector in "public")`: what the models need of the server, each with the schema that holds it;
/// - `allow_cycle`: the schemas of an adopted database may depend on each other in a circle;
/// - `crate = path`: where this crate is, if it goes by another name.
///
/// The compiler checks that every table which is referenced is in the catalog, that the boundaries form no
/// cycle, and that a table's former place is claimed once.
pub use bailiwick_macros::Catalog;
