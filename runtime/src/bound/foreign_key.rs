use super::Verdict;
use super::names::{same, same_set};
use super::verdict::Message;
use crate::descriptor::ForeignKeyDef;

/// The most bytes that a Postgres name can have (`NAMEDATALEN - 1`).
const LONGEST_NAME: usize = 63;

/// What one table can tell of its foreign key, given the sets that are unique in the target.
///
/// The referenced columns must be exactly the columns of a primary key or of a unique constraint
/// (or of a unique index without a condition); their order does not matter to Postgres. That both
/// sides have as many columns is said by their types, or by the macro that sees both. And the name
/// that the convention makes must fit.
pub const fn foreign_key(
    schema: &str,
    table: &str,
    key: &ForeignKeyDef,
    unique_sets: &[&[&str]],
) -> Verdict {
    if key.target.name.is_empty() {
        // The target has errors of its own, and nothing is known of it.
        return Verdict::fine();
    }
    if key.target_columns.is_empty() {
        return start(schema, table, key)
            .text("`: the target has no primary key. Give it one, or name the columns: `#[references(Target::column)]`")
            .verdict();
    }
    let mut at = 0;
    while at < unique_sets.len() {
        if same_set(unique_sets[at], key.target_columns) {
            return name_length(schema, table, key);
        }
        at += 1;
    }
    not_unique(schema, table, key, unique_sets)
}

const fn start(schema: &str, table: &str, key: &ForeignKeyDef) -> Message {
    Message::new()
        .text("foreign key `")
        .text(schema)
        .text(".")
        .text(table)
        .list(key.columns)
        .text("` -> `")
        .text(key.target.schema)
        .text(".")
        .text(key.target.name)
}

const fn not_unique(
    schema: &str,
    table: &str,
    key: &ForeignKeyDef,
    unique_sets: &[&[&str]],
) -> Verdict {
    let mut message = start(schema, table, key).list(key.target_columns).text(
        "`: the referenced columns are not unique there, so one row could have several parents. ",
    );
    if unique_sets.is_empty() {
        message = message.text("The target has no key yet: add ");
    } else {
        message = message.text("Reference a key that it has, ");
        let mut at = 0;
        while at < unique_sets.len() {
            if at > 0 {
                message = message.text(" or ");
            }
            message = message.list(unique_sets[at]);
            at += 1;
        }
        message = message.text(", or add ");
    }
    message
        .text("`#[unique")
        .list(key.target_columns)
        .text("]` to the target's struct")
        .verdict()
}

const fn name_length(schema: &str, table: &str, key: &ForeignKeyDef) -> Verdict {
    if key.name.is_some() {
        return Verdict::fine();
    }
    let mut length = "fk_".len() + table.len() + 1 + key.target.name.len();
    let mut at = 0;
    while at < key.columns.len() {
        length += 1 + key.columns[at].len();
        at += 1;
    }
    if length <= LONGEST_NAME {
        return Verdict::fine();
    }
    let mut message = start(schema, table, key)
        .text("`: its name by the convention, `fk_")
        .text(table);
    let mut at = 0;
    while at < key.columns.len() {
        message = message.text("_").text(key.columns[at]);
        at += 1;
    }
    message = message
        .text("_")
        .text(key.target.name)
        .text("`, is longer than 63 bytes, and Postgres would cut it without a word. Write a shorter one: `name = \"fk_");
    // The proposal keeps the columns, which tell the keys of one table apart, and drops the target.
    message = message.text(table);
    if !same(key.columns[0], "")
        && "fk_".len() + table.len() + 1 + key.columns[0].len() <= LONGEST_NAME
    {
        message = message.text("_").text(key.columns[0]);
    }
    message.text("\"`").verdict()
}

#[cfg(test)]
#[path = "foreign_key_tests.rs"]
mod tests;
