use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document(#[primary_key] pub i64);

fn main() {}
