use std::collections::BTreeMap;
use std::fmt;
use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};
use sqlparser::ast::{
    Array, BinaryOperator, CastKind, DataType, Expr, Ident, Interval, ObjectName, ObjectNamePart,
    TypedString, UnaryOperator, Value, VisitMut, VisitorMut,
};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::parser::Parser;
use sqlparser::tokenizer::Token;

/// A default, a condition or another expression.
///
/// It keeps its text, and compares by meaning as far as Postgres's own rewriting goes: what was
/// declared as `idx >= 0 AND kind IN ('a', 'b')` comes back from the server as
/// `((idx >= 0) AND ((kind)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])))`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Expression(String);

impl Expression {
    /// An expression of this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as it was declared or deparsed.
    pub fn sql(&self) -> &str {
        &self.0
    }

    /// The expression after columns have been renamed, as Postgres itself carries the names along.
    /// One that cannot be parsed stays as it is.
    pub(crate) fn with_columns_renamed(&self, renames: &BTreeMap<String, String>) -> Self {
        match parse(&self.0) {
            Some(mut expression) => {
                let _ = expression.visit(&mut Rename(renames));
                Self(expression.to_string())
            }
            None => self.clone(),
        }
    }

    /// Whether it is NULL, of whatever type.
    pub(crate) fn is_null(&self) -> bool {
        self.canonical() == "NULL"
    }

    /// Whether the expression says the name of a column. One that cannot be parsed may.
    pub(crate) fn mentions(&self, column: &str) -> bool {
        let Some(mut expression) = parse(&self.0) else {
            return true;
        };
        expression.visit(&mut Find(column)).is_break()
    }

    /// One text for all spellings of the expression; the words themselves where they cannot be parsed.
    pub(crate) fn canonical(&self) -> String {
        self.simplified(Casts::Without)
    }

    fn with_casts(&self) -> String {
        self.simplified(Casts::Kept)
    }

    fn simplified(&self, casts: Casts) -> String {
        match parse(&self.0) {
            Some(mut expression) => {
                let _ = expression.visit(&mut Simplify(casts));
                let _ = expression.visit(&mut Bracket);
                expression.to_string()
            }
            None => self.0.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }
}

fn parse(text: &str) -> Option<Expr> {
    let mut parser = Parser::new(&PostgreSqlDialect {}).try_with_sql(text).ok()?;
    let expression = parser.parse_expr().ok()?;
    parser.expect_token(&Token::EOF).ok()?;
    Some(expression)
}

/// Equal but for casts that one of the two has and the other has none of: Postgres adds them, and
/// nobody else can know where. Two that both have casts must have the same ones.
impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        if self.0 == other.0 {
            return true;
        }
        let (bare, other_bare) = (self.canonical(), other.canonical());
        if bare != other_bare {
            return false;
        }
        let (whole, other_whole) = (self.with_casts(), other.with_casts());
        whole == other_whole || whole == bare || other_whole == other_bare
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What becomes of the casts that Postgres may have added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Casts {
    Without,
    Kept,
}

/// Takes away what Postgres adds, and writes one operator for those that it replaces by others.
struct Simplify(Casts);

impl VisitorMut for Simplify {
    type Break = ();

    fn post_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        let taken = std::mem::replace(expression, Expr::Identifier(Ident::new("")));
        *expression = simplified(taken, self.0);
        ControlFlow::Continue(())
    }
}

fn simplified(expression: Expr, casts: Casts) -> Expr {
    match expression {
        Expr::Nested(inner) => *inner,
        Expr::Identifier(name) => Expr::Identifier(plain(name)),
        Expr::Cast {
            kind: CastKind::DoubleColon | CastKind::Cast,
            expr,
            data_type,
            format,
        } => cast(*expr, &data_type, format, casts),
        // `interval '1 day'` and `date '2020-01-01'` come back as casts of the literal.
        Expr::Interval(Interval {
            value,
            leading_field: None,
            ..
        }) => cast(
            *value,
            &DataType::Custom(bare_name("interval"), Vec::new()),
            None,
            casts,
        ),
        Expr::InList {
            expr,
            mut list,
            negated,
        } if list.len() == 1 => {
            let operator = if negated {
                BinaryOperator::NotEq
            } else {
                BinaryOperator::Eq
            };
            binary(*expr, operator, list.remove(0))
        }
        Expr::TypedString(TypedString {
            data_type, value, ..
        }) => cast(Expr::Value(value), &data_type, None, casts),
        Expr::Between {
            expr,
            negated,
            low,
            high,
        } => {
            let (above, below, joined) = if negated {
                (BinaryOperator::Lt, BinaryOperator::Gt, BinaryOperator::Or)
            } else {
                (
                    BinaryOperator::GtEq,
                    BinaryOperator::LtEq,
                    BinaryOperator::And,
                )
            };
            binary(
                binary(*expr.clone(), above, *low),
                joined,
                binary(*expr, below, *high),
            )
        }
        Expr::Like {
            negated,
            any: false,
            expr,
            pattern,
            escape_char: None,
        } => {
            let operator = if negated {
                BinaryOperator::PGNotLikeMatch
            } else {
                BinaryOperator::PGLikeMatch
            };
            binary(*expr, operator, *pattern)
        }
        Expr::ILike {
            negated,
            any: false,
            expr,
            pattern,
            escape_char: None,
        } => {
            let operator = if negated {
                BinaryOperator::PGNotILikeMatch
            } else {
                BinaryOperator::PGILikeMatch
            };
            binary(*expr, operator, *pattern)
        }
        Expr::AnyOp {
            left,
            compare_op: BinaryOperator::Eq,
            right,
            is_some,
        } => match *right {
            Expr::Array(Array { elem, .. }) => Expr::InList {
                expr: left,
                list: elem,
                negated: false,
            },
            right => Expr::AnyOp {
                left,
                compare_op: BinaryOperator::Eq,
                right: Box::new(right),
                is_some,
            },
        },
        Expr::AllOp {
            left,
            compare_op: BinaryOperator::NotEq,
            right,
        } => match *right {
            Expr::Array(Array { elem, .. }) => Expr::InList {
                expr: left,
                list: elem,
                negated: true,
            },
            right => Expr::AllOp {
                left,
                compare_op: BinaryOperator::NotEq,
                right: Box::new(right),
            },
        },
        Expr::UnaryOp {
            op: UnaryOperator::Minus,
            expr,
        } => match *expr {
            Expr::Value(value) => match value.value {
                Value::Number(number, long) => {
                    Expr::Value(Value::Number(format!("-{number}"), long).with_empty_span())
                }
                other => Expr::UnaryOp {
                    op: UnaryOperator::Minus,
                    expr: Box::new(Expr::Value(other.with_empty_span())),
                },
            },
            other => Expr::UnaryOp {
                op: UnaryOperator::Minus,
                expr: Box::new(other),
            },
        },
        Expr::Function(mut function) => {
            for part in &mut function.name.0 {
                if let ObjectNamePart::Identifier(name) = part {
                    *name = plain(name.clone());
                }
            }
            Expr::Function(function)
        }
        other => other,
    }
}

/// Unquoted names fold to lower case; a quoted one loses its quotes where they say nothing.
fn plain(name: Ident) -> Ident {
    match name.quote_style {
        None => Ident::new(name.value.to_lowercase()),
        Some(_)
            if name
                .value
                .chars()
                .all(|c| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit()) =>
        {
            Ident::new(name.value)
        }
        Some(_) => name,
    }
}

fn binary(left: Expr, op: BinaryOperator, right: Expr) -> Expr {
    Expr::BinaryOp {
        left: Box::new(left),
        op,
        right: Box::new(right),
    }
}

/// Postgres writes the type after each literal, a cast to `text` around each `varchar` column that it
/// compares, and one to the wider type around a number that meets it.
fn cast(
    expression: Expr,
    data_type: &DataType,
    format: Option<sqlparser::ast::CastFormat>,
    casts: Casts,
) -> Expr {
    let name = super::SqlType::new(&data_type.to_string());
    let expression = match expression {
        Expr::Value(value) => match value.value {
            Value::SingleQuotedString(text)
                if is_number_type(&name) && text.parse::<f64>().is_ok() =>
            {
                Expr::Value(Value::Number(text, false).with_empty_span())
            }
            other => Expr::Value(other.with_empty_span()),
        },
        other => other,
    };
    let is_added = match &expression {
        Expr::Value(_) => true,
        Expr::Array(_) => matches!(data_type, DataType::Array(_)),
        Expr::Identifier(_) | Expr::CompoundIdentifier(_) | Expr::BinaryOp { .. } => {
            name.sql() == "text" || is_number_type(&name)
        }
        _ => matches!(name.sql(), "text" | "character varying"),
    };
    // Between texts Postgres moves its casts about each time an expression is read and written again.
    let is_textual = matches!(
        name.sql(),
        "text" | "character varying" | "text[]" | "character varying[]"
    );
    if is_added && (is_textual || casts == Casts::Without) {
        return expression;
    }
    Expr::Cast {
        kind: CastKind::DoubleColon,
        expr: Box::new(expression),
        data_type: DataType::Custom(bare_name(name.sql()), Vec::new()),
        format,
    }
}

fn bare_name(name: &str) -> ObjectName {
    ObjectName(vec![ObjectNamePart::Identifier(Ident::new(name))])
}

fn is_number_type(name: &super::SqlType) -> bool {
    [
        "integer",
        "bigint",
        "smallint",
        "real",
        "double precision",
        "numeric",
    ]
    .iter()
    .any(|number| name.sql().starts_with(number))
}

/// Stops at a column of this name.
struct Find<'n>(&'n str);

impl VisitorMut for Find<'_> {
    type Break = ();

    fn post_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        match expression {
            Expr::Identifier(name) if plain(name.clone()).value == self.0 => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        }
    }
}

/// Gives columns their new names.
struct Rename<'r>(&'r BTreeMap<String, String>);

impl VisitorMut for Rename<'_> {
    type Break = ();

    fn post_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        if let Expr::Identifier(name) = expression
            && let Some(new) = self.0.get(&plain(name.clone()).value)
        {
            *name = Ident::with_quote('"', new);
        }
        ControlFlow::Continue(())
    }
}

/// Puts brackets around every operation, so that the text shows the structure.
struct Bracket;

impl VisitorMut for Bracket {
    type Break = ();

    fn post_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        let compound = !matches!(
            expression,
            Expr::Identifier(_)
                | Expr::CompoundIdentifier(_)
                | Expr::Value(_)
                | Expr::Function(_)
                | Expr::Array(_)
        );
        if compound {
            let taken = std::mem::replace(expression, Expr::Identifier(Ident::new("")));
            *expression = Expr::Nested(Box::new(taken));
        }
        ControlFlow::Continue(())
    }
}

#[cfg(test)]
#[path = "expression_tests.rs"]
mod tests;
