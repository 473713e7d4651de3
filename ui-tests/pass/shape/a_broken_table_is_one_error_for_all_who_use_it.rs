use bailiwick::prelude::*;

#[derive(Table, Debug, Clone)]
#[schema = "rag"]
#[table(insert = NewDocument)]
#[unique(source_id)]
pub struct Document {
    #[primary_key]
    #[column(serial)]
    pub id: i64,
    pub source_id: String,
}

#[derive(Table, Debug, Clone)]
#[schema = "rag"]
pub struct DocumentChunk {
    #[primary_key]
    pub id: i64,
    #[references(Document)]
    pub document_id: i64,
    #[references(Document::source_id)]
    pub source_id: String,
}

#[derive(Schema)]
#[schema(name = "rag", tables(Document, DocumentChunk))]
pub struct Rag;

#[derive(Catalog)]
#[catalog(schemas(Rag), ledger = Rag)]
pub struct App;

pub async fn read(pool: &bailiwick::sqlx::PgPool) -> bailiwick::Result<()> {
    Document::find(pool, 1).await?;
    let new = NewDocument {
        source_id: "a".to_owned(),
    };
    Document::insert(&new).execute(pool).await?;
    Document::upsert(Document::UQ_SOURCE_ID, &new)
        .execute(pool)
        .await?;
    Document::select()
        .filter(|d| d.source_id.eq("x"))
        .fetch_all(pool)
        .await?;
    Ok(())
}

fn main() {}
