use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Paper {
    #[primary_key]
    pub id: i64,
    #[index(name = "ix_papers_number")]
    #[column(name = "a2345678901234567890123456789012345678901234567890123456789")]
    pub number: i64,
}

fn main() {}
