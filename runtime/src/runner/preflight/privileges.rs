use std::collections::BTreeSet;

use crate::catalog::QualifiedName;
use crate::sql::quoted;

use super::super::step::{Place, place};
use super::super::{Direction, Finding};
use super::Scene;

/// A ledger that is not there yet must be created, and its schema with it.
pub(super) fn of_ledger(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let applies = scene
        .steps
        .iter()
        .any(|step| step.direction == Direction::Up);
    if scene.ledger.bootstrap.is_some() || !applies {
        return;
    }
    let schema = &scene.settings.ledger;
    let mut asked = Asked::new(scene, findings);
    if scene.inventory.schemas.contains_key(schema) {
        asked.create_in(
            schema,
            &format!("creating the ledger in the schema `{schema}`"),
        );
    } else {
        asked.create_schema(&format!("creating the schema `{schema}` for the ledger"));
    }
}

/// Who moves a table must own it and be allowed to create in the schema that it goes to; `IF NOT EXISTS` on a schema
/// takes the right to create one even where it exists, so it is looked for first.
pub(super) fn of_steps(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let mut made: BTreeSet<String> = [scene.settings.ledger.clone()].into();
    let mut asked = Asked::new(scene, findings);
    for (at, step) in scene.steps.iter().enumerate() {
        let version = step.version();
        for schema in &step.script().creates_schemas {
            if !scene.inventory.schemas.contains_key(schema) && made.insert(schema.clone()) {
                asked.create_schema(&format!("{version} creates the schema `{schema}`, which"));
            }
        }
        for change in step.moves() {
            if let Place::Here(table) = place(
                &change.from,
                &scene.steps[..at],
                scene.baseline,
                &scene.moved,
                &scene.inventory,
            ) {
                asked.own(&table, &format!("{version} moves {change}, which"));
            }
            if !made.contains(&change.to.schema) {
                asked.create_in(
                    &change.to.schema,
                    &format!("{version} moves {change}, which"),
                );
            }
        }
        for name in step
            .creates()
            .iter()
            .filter(|name| !made.contains(&name.schema))
        {
            if scene.inventory.schemas.contains_key(&name.schema) {
                asked.create_in(&name.schema, &format!("{version} creates {name}, which"));
            }
        }
        let touched = step
            .script()
            .expectations
            .iter()
            .map(|expectation| expectation.object.table());
        let columns = step.script().drops_columns.iter();
        let dropped = step
            .script()
            .drops_tables
            .iter()
            .chain(columns.map(|dropped| &dropped.table));
        for table in touched.chain(dropped) {
            if let Place::Here(table) = place(
                table,
                &scene.steps[..at],
                scene.baseline,
                &scene.moved,
                &scene.inventory,
            ) {
                asked.own(&table, &format!("{version} changes {table}, which"));
            }
        }
    }
}

/// What has been asked for; each right once.
struct Asked<'s, 'f> {
    scene: &'s Scene<'s>,
    findings: &'f mut Vec<Finding>,
    grants: BTreeSet<String>,
}

impl<'s, 'f> Asked<'s, 'f> {
    fn new(scene: &'s Scene<'s>, findings: &'f mut Vec<Finding>) -> Self {
        Self {
            scene,
            findings,
            grants: BTreeSet::new(),
        }
    }

    fn ask(&mut self, what: &str, needs: String, grant: String) {
        if self.grants.insert(grant.clone()) {
            self.findings.push(Finding::Privilege {
                what: what.to_owned(),
                needs,
                role: self.scene.inventory.role.clone(),
                grant,
            });
        }
    }

    fn create_schema(&mut self, what: &str) {
        let inventory = &self.scene.inventory;
        if !inventory.creates_schemas {
            let grant = format!(
                "GRANT CREATE ON DATABASE {} TO {}",
                quoted(&inventory.database),
                quoted(&inventory.role)
            );
            self.ask(
                what,
                format!("CREATE on the database `{}`", inventory.database),
                grant,
            );
        }
    }

    fn create_in(&mut self, schema: &str, what: &str) {
        let inventory = &self.scene.inventory;
        if inventory
            .schemas
            .get(schema)
            .is_some_and(|facts| !facts.may_create)
        {
            let grant = format!(
                "GRANT CREATE, USAGE ON SCHEMA {} TO {}",
                quoted(schema),
                quoted(&inventory.role)
            );
            self.ask(what, format!("CREATE on the schema `{schema}`"), grant);
        }
    }

    fn own(&mut self, table: &QualifiedName, what: &str) {
        let inventory = &self.scene.inventory;
        let Some(relation) = inventory
            .relations
            .get(table)
            .filter(|relation| !relation.is_ours)
        else {
            return;
        };
        let grant = format!(
            "GRANT {} TO {}",
            quoted(&relation.owner),
            quoted(&inventory.role)
        );
        self.ask(
            what,
            format!("to own {table} as `{}` does", relation.owner),
            grant,
        );
    }
}
