use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(moved_from = "public.old.documents")]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
