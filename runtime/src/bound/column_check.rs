use super::Verdict;
use super::names::{contains, same};
use super::verdict::Message;

/// A column of a primary key may not be NULL.
pub const fn primary_key_column(table: &str, column: &str, nullable: bool) -> Verdict {
    if !nullable {
        return Verdict::fine();
    }
    Message::new()
        .text("the primary key of `")
        .text(table)
        .text("` contains `")
        .text(column)
        .text("`, which may be NULL: a row whose key is NULL could never be found. Write the type without `Option`, or take the column out of the key")
        .verdict()
}

/// A column that the database numbers (`word` is `serial` or `identity`) is an integer, and never NULL.
pub const fn numbered_column(
    table: &str,
    column: &str,
    word: &str,
    sql_type: &str,
    nullable: bool,
) -> Verdict {
    const INTEGERS: &[&str] = &[
        "smallint", "integer", "bigint", "int2", "int4", "int8", "int",
    ];
    if contains(INTEGERS, sql_type) && !nullable {
        return Verdict::fine();
    }
    let message = Message::new()
        .text("`")
        .text(table)
        .text(".")
        .text(column)
        .text("` is ")
        .text(if same(word, "serial") { "a `" } else { "an `" })
        .text(word)
        .text("`, which the database fills with whole numbers, and ");
    let message = if nullable {
        message.text("its type allows NULL, which never stands there")
    } else {
        message.text("its type is `").text(sql_type).text("`")
    };
    message
        .text(". Give the field the type `i16`, `i32` or `i64`")
        .verdict()
}

/// A foreign key that sets its columns to NULL (or to a default that they do not have) when the
/// referenced row goes has columns that may be NULL. `action` is as it was written.
pub const fn emptied_column(table: &str, column: &str, action: &str, nullable: bool) -> Verdict {
    if nullable {
        return Verdict::fine();
    }
    Message::new()
        .text("`")
        .text(action)
        .text("` would make `")
        .text(table)
        .text(".")
        .text(column)
        .text("` NULL, which its type does not allow: every delete or update of a referenced row would fail. Write the field's type as `Option<..>`")
        .text(if same(action, "set_default") { ", give the column a `default`," } else { "" })
        .text(" or choose another action")
        .verdict()
}

#[cfg(test)]
#[path = "column_check_tests.rs"]
mod tests;
