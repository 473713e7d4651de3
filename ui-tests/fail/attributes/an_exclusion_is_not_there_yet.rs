use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[exclude(using = "gist")]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub title: String,
}

fn main() {}
