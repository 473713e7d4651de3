use std::collections::{BTreeMap, BTreeSet};

use crate::migration::{
    Check, Class, Cycle, DroppedColumn, Expectation, Folder, Hazard, Migration, Mode, Move, Part,
    Script, Statement, Version,
};
use crate::plan::{self, Half, HazardCode, Step, Transaction};

/// Numbers the steps, and makes a pair of files of each.
///
/// Each requires the one before it, also across schemas and across runs of `generate`: it was made
/// from a snapshot that has all of them, so no other order has ever been looked at.
pub(super) fn from_steps(
    name: &str,
    steps: &[Step],
    folder: &Folder,
    schema_order: &[String],
) -> Result<Vec<Migration>, Cycle> {
    let mut previous = folder
        .order(schema_order)?
        .last()
        .map(|migration| migration.version.clone());
    let mut last: BTreeMap<String, Version> = BTreeMap::new();
    for migration in &folder.migrations {
        let version = &migration.version;
        let known = last
            .entry(version.schema.clone())
            .or_insert_with(|| version.clone());
        if *known < *version {
            *known = version.clone();
        }
    }
    let mut migrations: Vec<Migration> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let number = last
            .get(&step.schema)
            .map_or(1, |version| version.number + 1);
        let version = Version::new(&step.schema, number);
        let requires = previous
            .replace(version.clone())
            .filter(|before| before.schema != step.schema);
        last.insert(step.schema.clone(), version.clone());
        let part = Part {
            name: name.to_owned(),
            number: at as u32 + 1,
            count: steps.len() as u32,
        };
        let undone = migrations.len() - step.undoes_before..;
        let undoes = migrations[undone]
            .iter()
            .map(|migration| migration.version.clone())
            .collect();
        migrations.push(Migration {
            version,
            name: step.name.clone(),
            up: up(step, part.clone(), requires.into_iter().collect()),
            down: down(step, part, undoes),
        });
    }
    Ok(migrations)
}

fn up(step: &Step, part: Part, requires: Vec<Version>) -> Script {
    Script {
        mode: mode(&step.up),
        notes: explanations(step),
        part: Some(part),
        requires,
        moves: step
            .moves
            .iter()
            .map(|(from, to)| Move {
                from: from.clone(),
                to: to.clone(),
            })
            .collect(),
        creates: step.creates.clone(),
        creates_schemas: step.creates_schema.iter().cloned().collect(),
        expectations: step
            .expects
            .iter()
            .map(|expected| Expectation {
                object: expected.object.clone(),
                detail: expected.detail,
                description: expected.description.clone(),
            })
            .collect(),
        checks: step
            .checks
            .iter()
            .map(|check| Check {
                query: check.query.clone(),
                because: Some(check.because.clone()),
            })
            .collect(),
        hazards: step
            .hazards
            .iter()
            .map(|hazard| Hazard {
                code: hazard.code.as_str().to_owned(),
                text: hazard.text.clone(),
            })
            .collect(),
        statements: statements(&step.up),
        ..Script::default()
    }
}

/// Each hazard's code with what follows from it, once.
fn explanations(step: &Step) -> Vec<String> {
    let codes: BTreeSet<HazardCode> = step.hazards.iter().map(|hazard| hazard.code).collect();
    codes
        .into_iter()
        .map(|code| format!("{code}: {}.", code.explanation()))
        .collect()
}

fn down(step: &Step, part: Part, undoes: Vec<Version>) -> Script {
    let (class, irreversible) = match &step.class {
        plan::Class::Exact => (Class::Exact, None),
        plan::Class::ColumnOrder => (Class::ColumnOrder, None),
        plan::Class::Irreversible(why) => (Class::Irreversible, Some(why.clone())),
    };
    Script {
        mode: mode(&step.down),
        part: Some(part),
        class: Some(class),
        irreversible,
        undoes,
        drops_tables: step.drops_on_the_way_back.clone(),
        drops_columns: step
            .drops_columns_on_the_way_back
            .iter()
            .map(|(table, column)| DroppedColumn {
                table: table.clone(),
                column: column.clone(),
            })
            .collect(),
        statements: statements(&step.down),
        ..Script::default()
    }
}

fn mode(half: &Half) -> Mode {
    match half.transaction {
        Transaction::One => Mode::Transaction,
        Transaction::None => Mode::NoTransaction,
    }
}

fn statements(half: &Half) -> Vec<Statement> {
    half.statements
        .iter()
        .map(|statement| Statement {
            done_when: statement.done_when.clone(),
            ..Statement::new(statement.sql.clone())
        })
        .collect()
}
