use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    #[column(identity = "always")]
    pub id: i64,
}

fn main() {}
