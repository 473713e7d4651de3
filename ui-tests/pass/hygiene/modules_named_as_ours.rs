use bailiwick::prelude::*;

pub mod private {
    pub type Secret = String;
}

pub mod models {
    pub mod core {
        use bailiwick::prelude::*;

        #[derive(Table)]
        #[schema = "core"]
        pub struct User {
            #[primary_key]
            pub id: i64,
        }
    }

    pub mod rag {
        use super::core::User;
        use bailiwick::prelude::*;

        #[derive(Table)]
        #[schema = "rag"]
        pub struct Document {
            #[primary_key]
            pub id: i64,
            #[references(super::core::User)]
            pub owner_id: i64,
            #[references(User::id)]
            pub editor_id: i64,
            pub secret: super::super::private::Secret,
        }
    }
}

#[derive(Schema)]
#[schema(name = "core", tables(models::core::User))]
pub struct Core;

#[derive(Schema)]
#[schema(name = "rag", tables(models::rag::Document), depends_on(Core))]
pub struct Rag;

pub fn main() {
    let keys = models::rag::Document::TABLE.foreign_keys;
    assert_eq!(keys.len(), 2);
    assert!(
        keys.iter()
            .all(|key| key.target.schema == "core" && key.target_columns == ["id"])
    );
}
