use crate::migration::Action;
use crate::plan::HazardCode;

use super::super::{Direction, Finding, Irreversible};
use super::Scene;

/// What loses data is done only when that is allowed. A down file that drops tables or columns is judged
/// by what they hold.
pub(super) fn hazards(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    for step in scene.steps.iter().filter(|step| {
        step.script().drops_tables.is_empty() && step.script().drops_columns.is_empty()
    }) {
        for hazard in &step.script().hazards {
            let code = hazard.code.parse::<HazardCode>();
            if code.is_ok_and(HazardCode::loses_data)
                && !scene.settings.allow.contains(&hazard.code)
            {
                findings.push(Finding::Hazard {
                    version: step.version().clone(),
                    code: hazard.code.clone(),
                    text: hazard.text.clone(),
                });
            }
        }
    }
}

/// What does not come back is reverted only when that is allowed.
pub(super) fn irreversible(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    if scene.settings.irreversible == Irreversible::Allowed {
        return;
    }
    for step in scene
        .steps
        .iter()
        .filter(|step| step.direction == Direction::Down)
    {
        if let Some(why) = &step.script().irreversible {
            findings.push(Finding::Irreversible {
                version: step.version().clone(),
                why: why.clone(),
            });
        }
    }
}

/// The extensions are where the models say, or a step creates them.
pub(super) fn extensions(scene: &Scene<'_>, findings: &mut Vec<Finding>) {
    let statements = scene
        .steps
        .iter()
        .flat_map(|step| &step.script().statements);
    let baseline = scene.baseline.iter().flat_map(|script| &script.statements);
    let created: Vec<Action> = statements
        .chain(baseline)
        .map(|statement| statement.action())
        .collect();
    let applies = scene
        .steps
        .iter()
        .any(|step| step.direction == Direction::Up);
    for (extension, schema) in scene.settings.extensions.iter().filter(|_| applies) {
        let found = scene.inventory.extensions.get(extension);
        let is_created = created.contains(&Action::CreateExtension(extension.clone()));
        if found != Some(schema) && !(found.is_none() && is_created) {
            findings.push(Finding::Extension {
                extension: extension.clone(),
                schema: schema.clone(),
                found: found.cloned(),
            });
        }
    }
}
