use super::QualifiedName;
use super::name::identifier;

/// The whole name of a collation that the models write: `pg_catalog."C"` for `C`.
///
/// A name alone is one of Postgres's own, because nothing here depends on a `search_path`. Without
/// double quotes it is taken as it stands, since the names of collations have capitals, hyphens and
/// dots (`de-x-icu`, `en_US.utf8`); so only `schema.name` in small letters is read as two parts.
pub(super) fn qualified(text: &str) -> String {
    let text = text.trim();
    let in_small_letters = !text.contains(|letter: char| letter.is_uppercase());
    if let Ok(name) = text.parse::<QualifiedName>()
        && (text.contains('"') || in_small_letters)
    {
        return name.to_string();
    }
    let name = match identifier(text) {
        Some((name, "")) => name,
        _ => text.to_owned(),
    };
    QualifiedName::new("pg_catalog", name).to_string()
}

#[cfg(test)]
mod tests {
    use super::qualified;

    #[test]
    fn a_name_alone_is_one_of_postgres_own() {
        for (written, whole) in [
            ("C", "pg_catalog.\"C\""),
            ("\"C\"", "pg_catalog.\"C\""),
            ("ucs_basic", "pg_catalog.ucs_basic"),
            ("de-x-icu", "pg_catalog.\"de-x-icu\""),
            ("en_US.utf8", "pg_catalog.\"en_US.utf8\""),
            ("C.UTF-8", "pg_catalog.\"C.UTF-8\""),
        ] {
            assert_eq!(qualified(written), whole);
        }
    }

    #[test]
    fn a_schema_that_is_written_stays() {
        for (written, whole) in [
            ("pg_catalog.\"C\"", "pg_catalog.\"C\""),
            ("\"pg_catalog\".\"C\"", "pg_catalog.\"C\""),
            ("core.german", "core.german"),
            ("\"Core\".german", "\"Core\".german"),
        ] {
            assert_eq!(qualified(written), whole);
        }
    }
}
