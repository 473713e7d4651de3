super::column_types! {
    uuid::Uuid => "uuid",
    Vec<uuid::Uuid> => "uuid[]",
}
