//! `up` and `down`.

use super::args::{Down, Up};
use super::context::Context;
use super::generate::hazard_codes;
use super::progress::Shown;
use super::{Failure, Outcome};
use crate::migration::Version;
use crate::runner::{DownTarget, Irreversible, Report, RunError, Runner, Settings, UpTarget};

pub(super) async fn up(context: &Context, arguments: &Up) -> Result<Outcome, Failure> {
    let folder = context.folder()?;
    let target = up_target(arguments.to.as_deref())?;
    let mut runner = connect(context, settings(context, &arguments.allow)?).await?;
    let mut progress = Shown::new(context.format);
    let result = runner.up(&folder, &target, &mut progress).await;
    progress.end();
    finish(
        context,
        result,
        "Nothing to do: every migration is applied.",
        "applied",
    )
}

pub(super) async fn down(context: &Context, arguments: &Down) -> Result<Outcome, Failure> {
    let folder = context.folder()?;
    let target = match (&arguments.target.to, arguments.target.steps) {
        (Some(version), _) if version == "0" => DownTarget::Zero,
        (Some(version), _) => DownTarget::To(parse(version)?),
        (None, Some(steps)) => DownTarget::Steps(steps as usize),
        (None, None) => {
            return Err(Failure::new(
                "say how far: `--to VERSION`, `--to 0` or `--steps N`",
            ));
        }
    };
    let mut settings = settings(context, &arguments.allow)?;
    if arguments.irreversible {
        settings.irreversible = Irreversible::Allowed;
    }
    let mut runner = connect(context, settings).await?;
    let mut progress = Shown::new(context.format);
    let result = runner.down(&folder, &target, &mut progress).await;
    progress.end();
    finish(
        context,
        result,
        "Nothing to do: the database is there already.",
        "reverted",
    )
}

fn settings(context: &Context, allow: &[String]) -> Result<Settings, Failure> {
    let allow = hazard_codes(allow)?
        .into_iter()
        .map(|code| code.as_str().to_owned())
        .collect();
    Ok(Settings {
        allow,
        ..context.settings()
    })
}

pub(super) fn up_target(to: Option<&str>) -> Result<UpTarget, Failure> {
    to.map_or(Ok(UpTarget::Latest), |version| {
        parse(version).map(UpTarget::To)
    })
}

fn parse(version: &str) -> Result<Version, Failure> {
    version.parse().map_err(Failure::new)
}

pub(super) async fn connect(context: &Context, settings: Settings) -> Result<Runner, Failure> {
    Runner::connect(context.options()?, settings)
        .await
        .map_err(Failure::from)
}

fn finish(
    context: &Context,
    result: Result<Report, RunError>,
    nothing: &str,
    done: &str,
) -> Result<Outcome, Failure> {
    let report = result?;
    let versions: Vec<String> = report.versions.iter().map(ToString::to_string).collect();
    context.json(&serde_json::json!({ done: versions }));
    if versions.is_empty() {
        context.say(nothing);
    } else {
        let noun = if versions.len() == 1 {
            "migration"
        } else {
            "migrations"
        };
        context.say(&format!("{} {noun} {done}.", versions.len()));
    }
    Ok(Outcome::Fine)
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        Self {
            text: error.to_string(),
            json: error.to_json(),
        }
    }
}
