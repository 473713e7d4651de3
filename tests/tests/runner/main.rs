//! The runner on a real database: what it does, what it refuses, and what becomes of it when it is interrupted.

mod baseline;
mod concurrently;
mod drops;
mod fixture;
mod kills;
mod locks;
mod lost_commit;
mod pooler;
mod preflight;
mod refusals;
mod round_trip;
