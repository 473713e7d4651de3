//! What rustc would not tell: which names the emitted code speaks of, and how much of it there is.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

fn document() -> TokenStream {
    super::table(quote! {
        #[schema = "rag"]
        #[table(crate = owner, insert = NewDocument, from_row)]
        #[unique(source_id, title)]
        #[index(title desc, name = "ix_title")]
        #[check("size > 0", name = "size_positive")]
        pub struct Document {
            #[primary_key]
            #[column(serial)]
            pub id: i64,
            #[unique]
            pub source_id: String,
            pub title: Option<String>,
            #[references(Document)]
            pub parent_id: Option<i64>,
            #[references(Other::code, on_delete = "cascade")]
            pub code: String,
            pub size: i32,
            #[column(default = "now()")]
            pub created_at: Time,
            #[column(generated = "size * 2")]
            pub twice: i32,
        }
    })
}

fn schema_and_catalog() -> [TokenStream; 2] {
    [
        super::schema(quote! {
            #[schema(name = "rag", tables(Document), depends_on(Core), crate = owner)]
            pub struct Rag;
        }),
        super::catalog(quote! {
            #[catalog(schemas(Core, Rag), ledger = Core, crate = owner)]
            pub struct App;
        }),
    ]
}

/// Every path that starts at the root, by its first segment.
fn roots(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let colon = |back: usize| {
            at.checked_sub(back).is_some_and(
                |at| matches!(&tokens[at], TokenTree::Punct(punct) if punct.as_char() == ':'),
            )
        };
        let after_name = at.checked_sub(3).is_some_and(|at| {
            matches!(&tokens[at], TokenTree::Ident(_))
                || matches!(&tokens[at], TokenTree::Punct(punct) if punct.as_char() == '>')
        });
        match token {
            TokenTree::Ident(name) if colon(1) && colon(2) && !after_name => {
                found.push(name.to_string());
            }
            TokenTree::Group(group) => roots(group.stream(), found),
            _ => {}
        }
    }
}

#[test]
fn only_core_is_named_from_the_root() {
    for tokens in [document()].into_iter().chain(schema_and_catalog()) {
        let mut found = Vec::new();
        roots(tokens, &mut found);
        found.sort();
        found.dedup();
        assert_eq!(found, ["core"]);
    }
}

#[test]
fn a_renamed_crate_is_named_by_its_path_only() {
    for tokens in [document()].into_iter().chain(schema_and_catalog()) {
        let text = tokens.to_string();
        assert!(!text.contains("bailiwick"), "{text}");
        assert_eq!(text.matches("owner :: __private_0_1").count(), 1, "{text}");
    }
}

#[test]
fn a_table_of_eight_columns_takes_less_than_ten_kilobytes() {
    let text = super::table(quote! {
        #[schema = "shop"]
        #[unique(name, count)]
        #[index(note)]
        pub struct Item {
            #[primary_key]
            pub id: i64,
            #[references(Item)]
            pub next_id: i64,
            #[references(Other)]
            pub parent_id: Option<i64>,
            pub name: String,
            pub note: Option<String>,
            pub count: i32,
            pub weight: f64,
            pub active: bool,
        }
    })
    .to_string();
    assert!(!text.contains("compile_error"), "{text}");
    assert!(text.len() < 10_000, "{} bytes: {text}", text.len());
}

#[test]
fn all_faults_are_reported_and_the_impls_are_still_there() {
    let text = super::table(quote! {
        #[schema = "rag"]
        #[table(nme = "papers", insert = NewDocument)]
        #[unique(id, titel)]
        #[index(title, using = "hsah")]
        pub struct RagDocument {
            #[primary_key]
            pub id: i64,
            pub title: String,
            pub order: i32,
        }
    })
    .to_string();
    assert_eq!(text.matches("compile_error").count(), 5, "{text}");
    for name in [
        "Relation",
        "Table",
        "Row",
        "Queries",
        "InsertInto",
        "struct NewDocument",
        "PK",
    ] {
        assert!(text.contains(name), "no {name}: {text}");
    }
}
