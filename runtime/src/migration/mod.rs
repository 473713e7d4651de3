//! Migrations on disk: numbered pairs of SQL files with typed headers, the sum file that seals them,
//! and the snapshot that the next ones are generated from.
//!
//! Parsing, rendering and ordering are pure; only [`Folder::read`], [`Folder::write`], [`Folder::seal`],
//! [`Snapshot::read`] and [`Snapshot::write`] touch the disk.

mod checksum;
mod fault;
mod file_name;
mod folder;
#[cfg(test)]
mod folder_tests;
mod header;
mod lex;
mod order;
mod parse;
#[cfg(test)]
mod parse_tests;
mod render;
mod script;
mod snapshot;
mod split;
mod statement;
mod version;
mod write;

pub use fault::{FolderError, FolderFault};
pub use folder::{BASELINE, Folder, Migration, SUM};
pub use header::{Check, Class, DroppedColumn, Expectation, Hazard, Move, Part};
pub use order::Cycle;
pub use parse::{ScriptError, ScriptFault};
pub use script::{Mode, Script};
pub use snapshot::{SNAPSHOT, Snapshot, SnapshotError};
pub use statement::{Action, Statement};
pub use version::{NotAVersion, Version};
pub use write::WriteError;
