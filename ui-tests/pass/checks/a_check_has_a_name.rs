use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[check("idx >= 0", name = "idx_not_negative")]
pub struct Document {
    #[primary_key]
    pub id: i64,
    pub idx: i32,
}

fn main() {}
