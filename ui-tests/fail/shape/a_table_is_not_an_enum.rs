use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub enum Document {
    A,
}

fn main() {}
