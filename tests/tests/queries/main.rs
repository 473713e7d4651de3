//! Queries through the models, on a real server: the values that come back, what is then in the
//! database, and the SQL that was sent.
//!
//! The tests run on a runtime of several threads, because the drop of an embedded database waits for
//! the pool's connection, which the pool takes back in a task of its own.
#![allow(missing_docs, reason = "the models are this test's own")]

mod errors;
mod fixture;
mod inserts;
mod joins;
mod keys;
mod models;
mod precedence;
mod selects;
