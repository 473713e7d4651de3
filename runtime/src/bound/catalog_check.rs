use super::Verdict;
use super::names::{Hashed, contains, same, sort};
use super::verdict::{Message, Placed};
use crate::descriptor::SchemaDef;

/// Each schema is listed once, and so is each schema that one of them depends on.
pub const fn catalog_schemas(catalog: &str, schemas: &[SchemaDef], at: usize) -> Verdict {
    let schema = &schemas[at];
    let mut other = 0;
    while other < at {
        if same(schemas[other].name, schema.name) && !schema.name.is_empty() {
            return Message::new()
                .text("the schema `")
                .text(schema.name)
                .text("` is listed twice in `")
                .text(catalog)
                .text("`, as `")
                .text(schemas[other].rust_name)
                .text("` and as `")
                .text(schema.rust_name)
                .text("`. One schema has one `#[derive(Schema)]` struct: put the tables of both into it")
                .verdict();
        }
        other += 1;
    }
    let mut dependency = 0;
    while dependency < schema.depends_on.len() {
        // A schema without a name has errors of its own, and could be the one.
        if position(schemas, "").is_none()
            && !schema.depends_on[dependency].is_empty()
            && position(schemas, schema.depends_on[dependency]).is_none()
        {
            return Message::new()
                .text("`")
                .text(schema.rust_name)
                .text("` depends on the schema `")
                .text(schema.depends_on[dependency])
                .text("`, which is not in `")
                .text(catalog)
                .text("`. Add it to `schemas(..)`")
                .verdict();
        }
        dependency += 1;
    }
    Verdict::fine()
}

const fn position(schemas: &[SchemaDef], name: &str) -> Option<usize> {
    let mut at = 0;
    while at < schemas.len() {
        if same(schemas[at].name, name) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// The ledger's schema is one of the catalog's.
pub const fn catalog_ledger(catalog: &str, schemas: &[SchemaDef], ledger: &str) -> Verdict {
    if position(schemas, "").is_some() || position(schemas, ledger).is_some() {
        return Verdict::fine();
    }
    Message::new()
        .text("the ledger of `")
        .text(catalog)
        .text("` is to stand in the schema `")
        .text(ledger)
        .text("`, which is not in the catalog. Add that schema to `schemas(..)`, or name one that is there")
        .verdict()
}

/// The boundaries have a direction: no chain of `depends_on` comes back to where it started.
/// What is reported is the first schema from which itself can be reached.
pub const fn catalog_boundaries<const N: usize>(
    catalog: &str,
    schemas: &[SchemaDef; N],
) -> Verdict {
    let mut start = 0;
    while start < N {
        let mut reached = [false; N];
        let mut queue = [start; N];
        let mut length = 1;
        let mut at = 0;
        while at < length {
            let from = &schemas[queue[at]];
            let mut next = 0;
            while next < from.depends_on.len() {
                if let Some(to) = position(schemas, from.depends_on[next]) {
                    if to == start {
                        return cycle(catalog, schemas[start].name, from.name);
                    }
                    if !reached[to] {
                        reached[to] = true;
                        queue[length] = to;
                        length += 1;
                    }
                }
                next += 1;
            }
            at += 1;
        }
        start += 1;
    }
    Verdict::fine()
}

const fn cycle(catalog: &str, start: &str, last: &str) -> Verdict {
    Message::new()
        .text("the boundaries of `")
        .text(catalog)
        .text("` form a cycle: `")
        .text(start)
        .text("` depends, directly or through others, on `")
        .text(last)
        .text("`, which depends on `")
        .text(start)
        .text("`. Schemas that need each other are one domain: take one `depends_on` away with its foreign keys, or write `allow_cycle` on the catalog of an adopted database")
        .verdict()
}

/// How many tables the schemas hold.
pub const fn table_count(schemas: &[SchemaDef]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < schemas.len() {
        count += schemas[at].tables.len();
        at += 1;
    }
    count
}

/// All tables of a catalog, sorted for look-ups. `N` is what [`table_count`] counted.
#[derive(Clone, Copy)]
pub struct TableIndex<const N: usize> {
    names: [Hashed; N],
}

impl<const N: usize> TableIndex<N> {
    /// Sorts the tables of the schemas.
    pub const fn new(schemas: &[SchemaDef]) -> Self {
        let mut names = [Hashed::NONE; N];
        let mut next = 0;
        let mut at = 0;
        while at < schemas.len() {
            let mut table = 0;
            while table < schemas[at].tables.len() {
                names[next] =
                    Hashed::qualified(at, schemas[at].name, schemas[at].tables[table].name);
                next += 1;
                table += 1;
            }
            at += 1;
        }
        Self { names: sort(names) }
    }

    const fn contains(&self, schemas: &[SchemaDef], schema: &str, name: &'static str) -> bool {
        let wanted = Hashed::qualified(0, schema, name).hash;
        let (mut low, mut high) = (0, N);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.names[middle].hash < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while low < N && self.names[low].hash == wanted {
            if same(self.names[low].name, name) && same(schemas[self.names[low].owner].name, schema)
            {
                return true;
            }
            low += 1;
        }
        false
    }
}

/// Every table that a foreign key of this schema refers to is in the catalog.
pub const fn catalog_targets<const N: usize>(
    catalog: &str,
    schemas: &[SchemaDef],
    at: usize,
    index: &TableIndex<N>,
) -> Verdict {
    let tables = schemas[at].tables;
    if position(schemas, "").is_some() {
        // A schema has errors of its own: which tables it holds is not known.
        return Verdict::fine();
    }
    let mut table = 0;
    while table < tables.len() {
        let keys = tables[table].foreign_keys;
        let mut key = 0;
        while key < keys.len() {
            let target = keys[key].target;
            // A schema that is depended on and not in the catalog has been reported as such.
            let reported = position(schemas, target.schema).is_none()
                && contains(schemas[at].depends_on, target.schema);
            if !target.name.is_empty()
                && !reported
                && !index.contains(schemas, target.schema, target.name)
            {
                return Message::new()
                    .text("`")
                    .text(tables[table].rust_name)
                    .text("` references `")
                    .text(target.schema)
                    .text(".")
                    .text(target.name)
                    .text("`, which is in no schema of `")
                    .text(catalog)
                    .text("`: its foreign key could not be created. List that table in `tables(..)` of its schema, and the schema in `schemas(..)`")
                    .verdict();
            }
            key += 1;
        }
        table += 1;
    }
    Verdict::fine()
}

/// A former place is claimed by one table, and not by one that a table of the catalog still has.
/// The place is that of the claimant's schema, of two the later. `N` is what [`table_count`] counted.
pub const fn catalog_moves<const N: usize>(
    catalog: &str,
    schemas: &[SchemaDef],
    index: &TableIndex<N>,
) -> Placed {
    let mut homes = [0; N];
    let mut claims = [Hashed::NONE; N];
    let mut owners = [""; N];
    let mut places = [""; N];
    let mut next = 0;
    let mut at = 0;
    while at < schemas.len() {
        let mut table = 0;
        while table < schemas[at].tables.len() {
            let definition = schemas[at].tables[table];
            if let Some(from) = definition.moved_from {
                if index.contains(schemas, from.schema, from.name)
                    && !(same(from.schema, definition.schema) && same(from.name, definition.name))
                {
                    let said = standing(definition.rust_name, from.schema, from.name);
                    return Placed::new(at, said);
                }
                claims[next] = Hashed::qualified(next, from.schema, from.name);
                homes[next] = at;
                owners[next] = definition.rust_name;
                places[next] = from.schema;
                next += 1;
            }
            table += 1;
        }
        at += 1;
    }
    let claims = sort(claims);
    let mut at = 1;
    while at < N {
        // Equal hashes come in any order: the later claim is the one that is declared later.
        let (left, right) = if claims[at - 1].owner < claims[at].owner {
            (&claims[at - 1], &claims[at])
        } else {
            (&claims[at], &claims[at - 1])
        };
        if left.hash == right.hash
            && !same(left.name, "")
            && same(left.name, right.name)
            && same(places[left.owner], places[right.owner])
        {
            let said = Message::new()
                .text("`")
                .text(owners[left.owner])
                .text("` and `")
                .text(owners[right.owner])
                .text("` of `")
                .text(catalog)
                .text("` both say `moved_from = \"")
                .text(places[left.owner])
                .text(".")
                .text(left.name)
                .text("\"`, but a table can move to one place only. Take the hint away from the one that is new")
                .verdict();
            return Placed::new(homes[right.owner], said);
        }
        at += 1;
    }
    Placed::fine()
}

const fn standing(claimant: &str, schema: &str, name: &str) -> Verdict {
    Message::new()
        .text("`")
        .text(claimant)
        .text("` says `moved_from = \"")
        .text(schema)
        .text(".")
        .text(name)
        .text("\"`, but a table of that name is still declared. Take the hint away, or the struct of the old table")
        .verdict()
}

#[cfg(test)]
#[path = "catalog_check_tests.rs"]
mod tests;
