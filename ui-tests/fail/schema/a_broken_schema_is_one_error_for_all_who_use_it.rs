use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "core"]
pub struct User {
    #[primary_key]
    pub id: i64,
}

#[derive(Schema)]
#[schema(name = "core", tables(User, User))]
pub struct Core;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[references(User)]
    pub user_id: i64,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document), depends_on(Core))]
pub struct Rag;

#[derive(Catalog)]
#[catalog(schemas(Core, Rag), ledger = Core)]
pub struct App;

fn main() {}
