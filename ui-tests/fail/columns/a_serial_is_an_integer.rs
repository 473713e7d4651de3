use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: String,
}

fn main() {}
