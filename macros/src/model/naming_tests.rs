use proc_macro2::{Ident, Span};

use super::{check, index, primary_key, sequence, table, unique};

#[test]
fn a_table_is_the_plural_of_its_struct() {
    let named = |name| table(&Ident::new(name, Span::call_site()));
    assert_eq!(named("Document"), "documents");
    assert_eq!(named("DocumentChunk"), "document_chunks");
    assert_eq!(named("Category"), "categories");
    assert_eq!(named("ProviderRun"), "provider_runs");
    assert_eq!(named("UserAddress"), "user_addresses");
    assert_eq!(named("HTTPRequest"), "http_requests");
    assert_eq!(named("UserData"), "user_data");
}

#[test]
fn names_follow_one_convention() {
    assert_eq!(primary_key("chunks"), "pk_chunks");
    assert_eq!(
        unique("chunks", &["document_id", "idx"]),
        "uq_chunks_document_id_idx"
    );
    assert_eq!(index("chunks", &["hash"]), "ix_chunks_hash");
    assert_eq!(
        check("chunks", "idx_not_negative"),
        "ck_chunks_idx_not_negative"
    );
    assert_eq!(sequence("users", "id"), "users_id_seq");
}
