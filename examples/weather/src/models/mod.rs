//! The tables, a module for each schema and a file for each table.

pub mod core;
pub mod rag;

use bailiwick::prelude::*;

use self::core::Core;
use self::rag::Rag;

/// Every schema of the application. The ledger of its migrations stands in `core`.
#[derive(Catalog)]
#[catalog(schemas(Core, Rag), ledger = Core)]
pub struct WeatherAi;
