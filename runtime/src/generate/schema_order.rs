use crate::descriptor::CatalogDef;

/// The schemas of a catalog, each after those that it depends on, otherwise as they are listed.
///
/// Where schemas depend on each other (`allow_cycle`), the cycle is cut where it comes back to the one listed first.
pub fn schema_order(models: &CatalogDef) -> Vec<String> {
    let mut order: Vec<&str> = Vec::new();
    for schema in models.schemas {
        visit(models, schema.name, &mut Vec::new(), &mut order);
    }
    order.into_iter().map(str::to_owned).collect()
}

fn visit<'m>(
    models: &'m CatalogDef,
    name: &'m str,
    above: &mut Vec<&'m str>,
    order: &mut Vec<&'m str>,
) {
    if order.contains(&name) || above.contains(&name) {
        return;
    }
    above.push(name);
    if let Some(schema) = models.schemas.iter().find(|schema| schema.name == name) {
        for dependency in schema.depends_on {
            visit(models, dependency, above, order);
        }
        order.push(name);
    }
    above.pop();
}

#[cfg(test)]
mod tests {
    use super::schema_order;
    use crate::descriptor::{CatalogDef, SchemaDef};

    const fn schema(name: &'static str, depends_on: &'static [&'static str]) -> SchemaDef {
        SchemaDef { name, rust_name: name, tables: &[], depends_on, comment: None }
    }

    fn order(schemas: &'static [SchemaDef]) -> Vec<String> {
        schema_order(&CatalogDef { rust_name: "C", schemas, ledger: "a", extensions: &[] })
    }

    #[test]
    fn dependencies_come_first() {
        static SCHEMAS: [SchemaDef; 4] =
            [schema("a", &["c", "b"]), schema("b", &["d"]), schema("c", &[]), schema("d", &[])];
        assert_eq!(order(&SCHEMAS), ["c", "d", "b", "a"]);
    }

    #[test]
    fn a_cycle_ends_in_the_order_listed() {
        static SCHEMAS: [SchemaDef; 2] = [schema("a", &["b"]), schema("b", &["a"])];
        assert_eq!(order(&SCHEMAS), ["b", "a"]);
    }
}
