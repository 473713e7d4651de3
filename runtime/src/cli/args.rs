use clap::{Args, Parser, Subcommand, ValueEnum};

/// Migrations of all schemas of this application.
#[derive(Debug, Parser)]
#[command(name = "migrate", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    /// The database, where it is not that of the environment
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub(super) database_url: Option<String>,
    /// For people, or for machines
    #[arg(long, value_enum, default_value_t = Format::Text, global = true)]
    pub(super) format: Format,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// How the outcome is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the migrations that bring the snapshot to the models
    Generate(Generate),
    /// Say what is applied and what is pending
    Status,
    /// Apply what is pending
    Up(Up),
    /// Revert what is applied, newest first
    Down(Down),
    /// Show what `up` would do, and check everything that can be known before
    Plan(PlanArguments),
    /// Compare the database with the models
    Verify,
    /// Take over a database that is already there
    Baseline(Baseline),
    /// Compare `.env.example` and the environment with the catalog
    Env(Env),
}

#[derive(Debug, Args)]
pub(super) struct Generate {
    /// What the migration is called, such as `move_rag`
    #[arg(required_unless_present = "seal")]
    pub(super) name: Option<String>,
    /// Accept the files as they are now, after some were written or mended by hand
    #[arg(long, conflicts_with_all = ["name", "only", "direct", "allow", "dry_run"])]
    pub(super) seal: bool,
    /// Only the changes of this schema (the struct's name or the schema's)
    #[arg(long, value_name = "SCHEMA")]
    pub(super) only: Option<String>,
    /// Short statements that hold their locks longer: for a database that nobody uses meanwhile
    #[arg(long)]
    pub(super) direct: bool,
    /// Allow a hazard that loses data, by its code
    #[arg(long, value_name = "HAZARD")]
    pub(super) allow: Vec<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct Up {
    /// Stop after this version, such as `core/0002`; what it requires is applied as well
    #[arg(long, value_name = "VERSION")]
    pub(super) to: Option<String>,
    /// Allow a hazard that loses data, by its code
    #[arg(long, value_name = "HAZARD")]
    pub(super) allow: Vec<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(super) struct DownTarget {
    /// Undo everything after this version; `0` undoes all
    #[arg(long, value_name = "VERSION")]
    pub(super) to: Option<String>,
    /// Undo this many migrations
    #[arg(long, value_name = "N")]
    pub(super) steps: Option<u32>,
}

#[derive(Debug, Args)]
pub(super) struct Down {
    #[command(flatten)]
    pub(super) target: DownTarget,
    /// Allow a hazard that loses data, by its code
    #[arg(long, value_name = "HAZARD")]
    pub(super) allow: Vec<String>,
    /// Revert migrations whose way back does not restore everything
    #[arg(long)]
    pub(super) irreversible: bool,
}

#[derive(Debug, Args)]
pub(super) struct PlanArguments {
    /// Up to this version
    #[arg(long, value_name = "VERSION")]
    pub(super) to: Option<String>,
    /// With the statements
    #[arg(long)]
    pub(super) sql: bool,
}

#[derive(Debug, Args)]
pub(super) struct Baseline {
    /// A schema whose tables are taken over
    #[arg(long, required = true, value_name = "NAME")]
    pub(super) schema: Vec<String>,
    /// A table that stays unmanaged, as `name` or `schema.name`
    #[arg(long, value_name = "NAME")]
    pub(super) exclude: Vec<String>,
    /// Read these schemas anew into the snapshot, after a migration that was written by hand
    #[arg(long)]
    pub(super) again: bool,
}

#[derive(Debug, Args)]
pub(super) struct Env {
    /// The file; `.env.example` beside the migrations' folder unless said otherwise
    #[arg(long, value_name = "FILE")]
    pub(super) file: Option<std::path::PathBuf>,
    /// Write what is missing, correct what differs, and take out what is too much
    #[arg(long)]
    pub(super) fix: bool,
}
