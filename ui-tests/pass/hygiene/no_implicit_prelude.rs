#![no_implicit_prelude]

#[derive(::bailiwick::Table)]
#[schema = "rag"]
#[table(insert = NewDocument, from_row)]
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

#[derive(::bailiwick::Schema)]
#[schema(name = "rag", tables(Document))]
pub struct Rag;

#[derive(::bailiwick::Catalog)]
#[catalog(schemas(Rag), ledger = Rag)]
pub struct App;

fn main() {}
