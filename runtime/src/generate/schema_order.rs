use crate::descriptor::CatalogDef;

/// The schemas of a catalog, each after those that it depends on, otherwise as they are listed.
///
/// Where schemas depend on each other (`allow_cycle`), the cycle is cut where it comes back to the one
/// listed first.
pub fn schema_order(models: &CatalogDef) -> Vec<String> {
    let names: Vec<&str> = models.schemas.iter().map(|schema| schema.name).collect();
    let depends_on = |name: &str| {
        let schema = models.schemas.iter().find(|schema| schema.name == name);
        schema.map_or_else(Vec::new, |schema| schema.depends_on.to_vec())
    };
    dependencies_first(&names, &depends_on)
        .into_iter()
        .map(str::to_owned)
        .collect()
}

/// The names, each after those that it depends on.
pub(super) fn dependencies_first<'n>(
    names: &[&'n str],
    depends_on: &impl Fn(&str) -> Vec<&'n str>,
) -> Vec<&'n str> {
    let mut order = Vec::new();
    for name in names {
        visit(name, names, depends_on, &mut Vec::new(), &mut order);
    }
    order
}

fn visit<'n>(
    name: &'n str,
    names: &[&'n str],
    depends_on: &impl Fn(&str) -> Vec<&'n str>,
    above: &mut Vec<&'n str>,
    order: &mut Vec<&'n str>,
) {
    if order.contains(&name) || above.contains(&name) || !names.contains(&name) {
        return;
    }
    above.push(name);
    for dependency in depends_on(name) {
        visit(dependency, names, depends_on, above, order);
    }
    order.push(name);
    above.pop();
}

#[cfg(test)]
mod tests {
    use super::schema_order;
    use crate::descriptor::{CatalogDef, SchemaDef};

    const fn schema(name: &'static str, depends_on: &'static [&'static str]) -> SchemaDef {
        SchemaDef {
            name,
            rust_name: name,
            tables: &[],
            depends_on,
            comment: None,
        }
    }

    fn order(schemas: &'static [SchemaDef]) -> Vec<String> {
        schema_order(&CatalogDef {
            rust_name: "C",
            schemas,
            ledger: "a",
            extensions: &[],
        })
    }

    #[test]
    fn dependencies_come_first() {
        static SCHEMAS: [SchemaDef; 4] = [
            schema("a", &["c", "b"]),
            schema("b", &["d"]),
            schema("c", &[]),
            schema("d", &[]),
        ];
        assert_eq!(order(&SCHEMAS), ["c", "d", "b", "a"]);
    }

    #[test]
    fn a_cycle_ends_in_the_order_listed() {
        static SCHEMAS: [SchemaDef; 2] = [schema("a", &["b"]), schema("b", &["a"])];
        assert_eq!(order(&SCHEMAS), ["b", "a"]);
    }
}
