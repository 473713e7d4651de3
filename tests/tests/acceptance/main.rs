//! Pairs of databases that go through the acceptance loop, both ways.

mod added_column;
mod checks_data;
mod columns;
mod constraints;
mod dropped_columns;
mod failed_builds;
mod history;
mod indexes;
mod marks;
mod moves;
mod pending_runs;
mod tables;

pub(crate) use bailiwick_tests::acceptance::Pair;
