use bailiwick::prelude::*;
use bailiwick::sqlx::PgPool;

#[derive(Table)]
#[schema = "rag"]
#[table(insert = NewDocument)]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: i64,
    pub source_id: String,
    pub title: Option<String>,
}

pub async fn query(pool: &PgPool) -> bailiwick::Result<()> {
    Document::find(pool, "7").await?;
    Ok(())
}

fn main() {}
