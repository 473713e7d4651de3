use bailiwick::prelude::*;

#[derive(Table)]
#[schema = "rag"]
pub struct Document {
    #[primary_key]
    pub id: i64,
}

impl Document {
    pub fn find() -> &'static str {
        "mine"
    }

    pub fn insert(&self) -> i64 {
        self.id
    }

    pub fn id(&self) -> i64 {
        self.id
    }

    pub fn decode(&self) -> i64 {
        self.id
    }

    pub fn clone(&self) -> i64 {
        self.id
    }

    pub const NAME: &'static str = "mine";
}

pub fn main() {
    let document = Document { id: 7 };
    assert_eq!(Document::find(), "mine");
    assert_eq!(Document::NAME, "mine");
    assert_eq!(<Document as Relation>::NAME, "documents");
    assert_eq!(
        [
            document.insert(),
            document.id(),
            document.decode(),
            document.clone()
        ],
        [7; 4]
    );
}
