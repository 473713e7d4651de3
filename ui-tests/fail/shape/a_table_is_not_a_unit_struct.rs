use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(no_primary_key)]
pub struct Document;

fn main() {}
