use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
    #[column(default = "now()")]
    pub at: chrono::NaiveDateTime,
}

fn main() {}
