//! The command line, as a library: the models live in the user's crate, and so does the program.
//!
//! ```no_run
//! # use bailiwick::prelude::*;
//! # #[derive(Table)] #[schema = "core"] struct User { #[primary_key] id: i64 }
//! # #[derive(Schema)] #[schema(name = "core", tables(User))] struct Core;
//! # #[derive(Catalog)] #[catalog(schemas(Core), ledger = Core)] struct App;
//! // src/bin/migrate.rs
//! fn main() -> std::process::ExitCode {
//!     bailiwick::cli::main::<App>(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations"))
//! }
//! ```

mod args;
mod baseline;
mod context;
mod env;
mod generate;
mod outcome;
mod plan;
mod progress;
mod run;
mod status;
mod verify;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::Catalog;
use args::{Arguments, Command, Format};
use context::Context;
use outcome::{Failure, Outcome};

/// Reads the command line, does what it says, and tells the exit status: 0 if all is well, 1 on an
/// error, 2 if there is something to do (pending migrations, drift, models out of step).
///
/// `migrations` is the folder of the migration files. It is read when the program runs and not
/// embedded, so that a broken folder can be mended.
pub fn main<C: Catalog>(migrations: impl AsRef<Path>) -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are answers; the rest is a mistake, and 2 has another meaning here.
            let _ = error.print();
            return if error.use_stderr() {
                ExitCode::FAILURE
            } else {
                ExitCode::SUCCESS
            };
        }
    };
    let context = Context {
        models: const { &C::CATALOG },
        migrations: migrations.as_ref().to_path_buf(),
        database_url: arguments.database_url,
        format: arguments.format,
    };
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return fail(&context, &Failure::new(error)),
    };
    match runtime.block_on(dispatch(&context, &arguments.command)) {
        Ok(outcome) => outcome.into(),
        Err(failure) => fail(&context, &failure),
    }
}

#[allow(
    clippy::print_stderr,
    reason = "a command line complains on standard error"
)]
fn fail(context: &Context, failure: &Failure) -> ExitCode {
    context.json(&failure.json);
    if context.format == Format::Text {
        eprintln!("error: {}", failure.text);
    }
    ExitCode::FAILURE
}

async fn dispatch(context: &Context, command: &Command) -> Result<Outcome, Failure> {
    match command {
        Command::Generate(arguments) => generate::run(context, arguments),
        Command::Status => status::run(context).await,
        Command::Up(arguments) => run::up(context, arguments).await,
        Command::Down(arguments) => run::down(context, arguments).await,
        Command::Plan(arguments) => plan::run(context, arguments).await,
        Command::Verify => verify::run(context).await,
        Command::Baseline(arguments) => baseline::run(context, arguments).await,
        Command::Env(arguments) => env::run(context, arguments),
    }
}
