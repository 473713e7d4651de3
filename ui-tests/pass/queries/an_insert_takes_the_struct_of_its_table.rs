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
    let document = NewDocument {
        source_id: String::new(),
        title: None,
    };
    Document::insert(&document).execute(pool).await?;
    Ok(())
}

fn main() {}
