//! The migrations of this application: `cargo run -p weather --bin migrate -- status`.

use std::process::ExitCode;

use weather::models::WeatherAi;

fn main() -> ExitCode {
    bailiwick::cli::main::<WeatherAi>(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations"))
}
