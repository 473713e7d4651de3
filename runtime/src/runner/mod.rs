//! The only room that writes to a database.
