mod elsewhere {
    pub use ::bailiwick as owner;
}

/// Hides the crate from paths that do not start at the root.
#[allow(dead_code)]
mod bailiwick {}

#[derive(elsewhere::owner::Table)]
#[schema = "rag"]
#[table(insert = NewDocument, from_row, crate = elsewhere::owner)]
pub struct Document {
    #[primary_key]
    #[column(identity)]
    pub id: i64,
    #[unique]
    pub source_id: ::std::string::String,
    #[references(Document)]
    pub parent_id: ::core::option::Option<i64>,
    #[column(default = "''")]
    pub title: ::std::string::String,
}

#[derive(elsewhere::owner::Schema)]
#[schema(name = "rag", tables(Document), crate = elsewhere::owner)]
pub struct Rag;

#[derive(elsewhere::owner::Catalog)]
#[catalog(schemas(Rag), ledger = Rag, crate = elsewhere::owner)]
pub struct App;

fn main() {}
