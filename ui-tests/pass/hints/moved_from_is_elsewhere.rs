use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(moved_from = "public.documents")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
