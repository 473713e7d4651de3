//! Pairs of databases that go through the acceptance loop, both ways.

mod checks_data;
mod columns;
mod constraints;
mod indexes;
mod marks;
mod moves;
mod tables;

pub(crate) use bailiwick_tests::acceptance::Pair;
