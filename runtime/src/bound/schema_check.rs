use super::Verdict;
use super::names::{Hashed, contains, same, sort};
use super::verdict::{Message, Placed};
use crate::descriptor::{DefaultDef, TableDef};

/// A table is listed under the schema that it names, and its foreign keys stay inside that schema or
/// go where the schema says that it depends.
pub const fn schema_table(
    schema: &str,
    rust_name: &str,
    depends_on: &[&str],
    table: &TableDef,
) -> Verdict {
    if table.name.is_empty() {
        // The table has errors of its own, and nothing is known of it.
        return Verdict::fine();
    }
    if !same(schema, table.schema) {
        return Message::new()
            .text("`")
            .text(table.rust_name)
            .text("` is a table of the schema `")
            .text(table.schema)
            .text("`, but it is listed in `")
            .text(rust_name)
            .text("`, which is the schema `")
            .text(schema)
            .text("`. List it under its own schema, or write `#[schema = \"")
            .text(schema)
            .text("\"]` on it")
            .verdict();
    }
    if contains(depends_on, "") {
        // A schema that may be entered has errors of its own, so that not even its name is known.
        return Verdict::fine();
    }
    let mut at = 0;
    while at < table.foreign_keys.len() {
        let key = &table.foreign_keys[at];
        if !key.target.schema.is_empty()
            && !same(key.target.schema, schema)
            && !contains(depends_on, key.target.schema)
        {
            return Message::new()
                .text("`")
                .text(table.rust_name)
                .text("` crosses a boundary: its foreign key ")
                .list(key.columns)
                .text(" points into the schema `")
                .text(key.target.schema)
                .text("` (`")
                .text(key.target.schema)
                .text(".")
                .text(key.target.name)
                .text("`), and `")
                .text(rust_name)
                .text("` does not depend on that schema. If it may, add the schema to `depends_on(..)` of `")
                .text(rust_name)
                .text("`; if not, take the reference away")
                .verdict();
        }
        at += 1;
    }
    Verdict::fine()
}

/// A schema that is named in `depends_on` is really referred to: an unused permission is a hole in
/// the boundary that nobody would notice being used.
pub const fn schema_dependency(rust_name: &str, dependency: &str, tables: &[&TableDef]) -> Verdict {
    let mut at = 0;
    while at < tables.len() {
        if dependency.is_empty() || tables[at].name.is_empty() {
            // The schema or the table has errors of its own: what it refers to is not known.
            return Verdict::fine();
        }
        let keys = tables[at].foreign_keys;
        let mut key = 0;
        while key < keys.len() {
            if same(keys[key].target.schema, dependency) {
                return Verdict::fine();
            }
            key += 1;
        }
        at += 1;
    }
    Message::new()
        .text("`")
        .text(rust_name)
        .text("` says that it depends on the schema `")
        .text(dependency)
        .text("`, but none of its foreign keys points there. Take it out of `depends_on(..)`, so that the boundary says what is true")
        .verdict()
}

/// How many relations a schema's tables make: tables, indexes and sequences share one namespace.
pub const fn relation_count(tables: &[&TableDef]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < tables.len() {
        let table = tables[at];
        count += 1 + table.uniques.len() + table.indexes.len();
        if table.primary_key.is_some() {
            count += 1;
        }
        let mut column = 0;
        while column < table.columns.len() {
            if sequence(&table.columns[column].default).is_some() {
                count += 1;
            }
            column += 1;
        }
        at += 1;
    }
    count
}

const fn sequence(default: &DefaultDef) -> Option<&'static str> {
    match default {
        DefaultDef::Serial(name)
        | DefaultDef::IdentityAlways(name)
        | DefaultDef::IdentityByDefault(name) => Some(*name),
        _ => None,
    }
}

/// Tables, the indexes behind their keys, other indexes and sequences have names of their own in
/// their schema. The place is that of the later table. `N` is what [`relation_count`] counted.
pub const fn schema_relations<const N: usize>(
    rust_name: &str,
    tables: &[&'static TableDef],
) -> Placed {
    let names = sort(relations::<N>(tables));
    let mut at = 1;
    while at < N {
        let (left, right) = (&names[at - 1], &names[at]);
        if left.hash == right.hash && same(left.name, right.name) && !left.name.is_empty() {
            return if left.owner < right.owner {
                Placed::new(right.owner, collision(rust_name, left, right, tables))
            } else {
                Placed::new(left.owner, collision(rust_name, right, left, tables))
            };
        }
        at += 1;
    }
    Placed::fine()
}

const fn relations<const N: usize>(tables: &[&'static TableDef]) -> [Hashed; N] {
    let mut names = [Hashed::NONE; N];
    let mut next = 0;
    let mut at = 0;
    while at < tables.len() {
        let table = tables[at];
        names[next] = Hashed::new(at, table.name);
        next += 1;
        if let Some(key) = &table.primary_key {
            names[next] = Hashed::new(at, key.name);
            next += 1;
        }
        let mut unique = 0;
        while unique < table.uniques.len() {
            names[next] = Hashed::new(at, table.uniques[unique].name);
            next += 1;
            unique += 1;
        }
        let mut index = 0;
        while index < table.indexes.len() {
            names[next] = Hashed::new(at, table.indexes[index].name);
            next += 1;
            index += 1;
        }
        let mut column = 0;
        while column < table.columns.len() {
            if let Some(name) = sequence(&table.columns[column].default) {
                names[next] = Hashed::new(at, name);
                next += 1;
            }
            column += 1;
        }
        at += 1;
    }
    names
}

const fn collision(
    rust_name: &str,
    left: &Hashed,
    right: &Hashed,
    tables: &[&'static TableDef],
) -> Verdict {
    let (first, second) = (tables[left.owner], tables[right.owner]);
    if same(first.name, second.name) && same(first.rust_name, second.rust_name) {
        return Message::new()
            .text("`")
            .text(first.rust_name)
            .text("` is listed twice in `")
            .text(rust_name)
            .text("`. Once is enough")
            .verdict();
    }
    Message::new()
        .text("two relations of `")
        .text(rust_name)
        .text("` are called `")
        .text(left.name)
        .text("`: one of `")
        .text(first.rust_name)
        .text("`, one of `")
        .text(second.rust_name)
        .text("`. Tables, indexes (those behind keys too) and sequences share one namespace in a schema. Give one of them another name with `name = \"..\"`")
        .verdict()
}

#[cfg(test)]
#[path = "schema_check_tests.rs"]
mod tests;
