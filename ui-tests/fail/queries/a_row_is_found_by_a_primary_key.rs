use bailiwick::prelude::*;
use bailiwick::sqlx::PgPool;

#[derive(Table)]
#[schema = "rag"]
#[table(no_primary_key)]
pub struct Line {
    pub text: String,
}

pub async fn query(pool: &PgPool) -> bailiwick::Result<()> {
    Line::find(pool, ()).await?;
    Ok(())
}

fn main() {}
