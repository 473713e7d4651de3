//! Queries through the models, on a real server: the values that come back, what is then in the
//! database, and the SQL that was sent.
#![allow(missing_docs, reason = "the models are this test's own")]

mod errors;
mod fixture;
mod inserts;
mod joins;
mod keys;
mod models;
mod precedence;
mod selects;
