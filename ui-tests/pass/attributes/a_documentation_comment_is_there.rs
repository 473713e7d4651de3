use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    /// What it is called.
    #[column(comment = doc)]
    pub heading: String,
}

fn main() {}
