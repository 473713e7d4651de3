super::column_types! {
    chrono::NaiveDate => "date",
    chrono::NaiveTime => "time without time zone",
    chrono::NaiveDateTime => "timestamp without time zone",
    chrono::DateTime<chrono::Utc> => "timestamp with time zone",
}
