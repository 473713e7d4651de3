use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(compat_view)]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

fn main() {}
