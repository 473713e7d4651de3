pub fn main() {
    use bailiwick::prelude::*;

    #[derive(Table)]
    #[schema = "rag"]
    #[table(insert = NewDocument)]
    struct Document {
        #[primary_key]
        id: i64,
        #[references(Document)]
        parent_id: Option<i64>,
        #[column(default = "now()")]
        at: chrono::NaiveDateTime,
    }

    #[derive(Schema)]
    #[schema(name = "rag", tables(Document))]
    struct Rag;

    #[derive(Catalog)]
    #[catalog(schemas(Rag), ledger = Rag)]
    struct App;

    let new = NewDocument {
        id: 1,
        parent_id: None,
    };
    assert_eq!((new.id, new.parent_id), (1, None));
    let document = Document {
        id: 1,
        parent_id: None,
        at: Default::default(),
    };
    assert_eq!(
        (document.id, document.parent_id, document.at),
        (1, None, Default::default())
    );
    assert_eq!(Document::PK.columns(), ["id"]);
    assert_eq!(App::CATALOG.schemas[0].tables[0].name, "documents");
}
