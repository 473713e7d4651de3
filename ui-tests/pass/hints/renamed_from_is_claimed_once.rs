use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[column(renamed_from = "name")]
    pub label: String,
    #[column(renamed_from = "label_of_old")]
    pub title: String,
}

fn main() {}
