//! The rules: each a named function with the rule in prose above it. All of them are asked, and all
//! errors gathered.

use crate::errors::Errors;
use crate::parse::TableInput;
use crate::parse::catalog::CatalogInput;
use crate::parse::schema::SchemaInput;

pub(crate) fn table(_table: &TableInput, _errors: &Errors) {}
pub(crate) fn schema(_schema: &SchemaInput, _errors: &Errors) {}
pub(crate) fn catalog(_catalog: &CatalogInput, _errors: &Errors) {}
