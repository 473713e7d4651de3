use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
#[table(name = "documents")]
#[unique(r#type, r#move)]
#[index(r#move)]
pub struct r#Document {
    #[primary_key]
    pub id: i64,
    #[unique]
    pub r#type: String,
    pub r#move: i32,
    #[references(r#Document::r#type)]
    pub r#ref: Option<String>,
}

pub fn main() {
    assert_eq!(Document::TABLE.columns[1].name, "type");
    assert_eq!(Document::UQ_TYPE.columns(), ["type"]);
    assert_eq!(Document::UQ_TYPE_MOVE.name(), "uq_documents_type_move");
    assert_eq!(Document::TABLE.foreign_keys[0].target_columns, ["type"]);
    assert_eq!(Document::TABLE.rust_name, "Document");
}
