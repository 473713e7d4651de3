#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    dead_code,
    missing_debug_implementations
)]
//! What is emitted raises no lint of the user's.

mod models {
    use bailiwick::prelude::*;

    /// Documented.
    #[derive(Table, Debug)]
    #[schema = "rag"]
    #[unique(source_id)]
    #[table(insert = NewDocument)]
    pub(crate) struct Document {
        #[primary_key]
        pub(crate) id: i64,
        pub(crate) source_id: String,
        #[column(default = "now()")]
        pub(crate) at: chrono::NaiveDateTime,
    }
}

pub(crate) fn main() {
    let new = models::NewDocument {
        id: 1,
        source_id: String::new(),
    };
    assert_eq!((new.id, new.source_id.as_str()), (1, ""));
    let read = |document: models::Document| (document.id, document.source_id, document.at);
    let _ = read;
}
