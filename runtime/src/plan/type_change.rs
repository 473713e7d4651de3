//! What a change of type does to the values.

use crate::catalog::{Expression, SqlType};
use crate::sql::quoted;

/// How the values fare when a column changes its type.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum TypeChange {
    /// Every value fits, and nothing is rewritten.
    Relabelled,
    /// Every value fits; the table is rewritten.
    Widened,
    /// A value fits or the statement fails; none is changed. The condition says which fit.
    Narrowed(Expression),
    /// Values go through a cast, which may change them without a word.
    Cast,
}

impl TypeChange {
    pub(super) fn of(column: &str, from: &SqlType, to: &SqlType) -> Self {
        let column = quoted(column);
        if let (Some(before), Some(after)) = (text_limit(from), text_limit(to)) {
            // Lifting a limit of a text rewrites nothing since PostgreSQL 9.2.
            return match after {
                _ if before <= after => Self::Relabelled,
                limit => Self::Narrowed(Expression::new(format!(
                    "pg_catalog.char_length({column}) <= {limit}"
                ))),
            };
        }
        if let (Some(before), Some(after)) = (integer_bits(from), integer_bits(to)) {
            if before <= after {
                return Self::Widened;
            }
            let limit = 1_i128 << (after - 1);
            return Self::Narrowed(Expression::new(format!(
                "{column} BETWEEN -{limit} AND {}",
                limit - 1
            )));
        }
        Self::Cast
    }
}

fn text_limit(sql_type: &SqlType) -> Option<u32> {
    let text = sql_type.sql();
    if text == "text" || text == "character varying" {
        return Some(u32::MAX);
    }
    let limit = text.strip_prefix("character varying(")?.strip_suffix(')')?;
    limit.parse().ok()
}

fn integer_bits(sql_type: &SqlType) -> Option<u32> {
    match sql_type.sql() {
        "smallint" => Some(16),
        "integer" => Some(32),
        "bigint" => Some(64),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(from: &str, to: &str) -> TypeChange {
        TypeChange::of("c", &SqlType::new(from), &SqlType::new(to))
    }

    #[test]
    fn only_what_cannot_change_a_value_is_called_harmless() {
        assert_eq!(of("varchar(3)", "varchar(5)"), TypeChange::Relabelled);
        assert_eq!(of("varchar(3)", "text"), TypeChange::Relabelled);
        assert_eq!(of("int", "bigint"), TypeChange::Widened);
        for (from, to) in [
            ("numeric(5,2)", "integer"),
            ("timestamptz", "date"),
            ("text", "char(3)"),
            ("text[]", "varchar(3)[]"),
            ("double precision", "real"),
        ] {
            assert_eq!(of(from, to), TypeChange::Cast, "{from} to {to}");
        }
    }

    #[test]
    fn what_is_narrowed_says_which_values_fit() {
        let narrowed = |text: &str| TypeChange::Narrowed(Expression::new(text));
        assert_eq!(
            of("text", "varchar(3)"),
            narrowed("pg_catalog.char_length(\"c\") <= 3")
        );
        assert_eq!(
            of("bigint", "int"),
            narrowed("\"c\" BETWEEN -2147483648 AND 2147483647")
        );
    }
}
