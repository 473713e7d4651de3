#![allow(non_camel_case_types, dead_code)]

pub struct Option;
pub struct Vec;
pub struct Result;
pub struct String;
pub struct Some;
pub struct None;
pub struct Ok;
pub struct Err;
pub struct Box;
pub struct Relation;
pub struct Row;
pub struct Column;
pub struct Verdict;
pub struct PhantomData;

mod core {}
mod std {}
mod sqlx {}

#[allow(unused_macros)]
macro_rules! panic {
    () => {
        compile_error!("the user's own")
    };
}

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
