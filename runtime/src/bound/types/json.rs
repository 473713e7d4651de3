super::column_types! {
    serde_json::Value => "jsonb",
}
