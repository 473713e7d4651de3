//! Reads attributes into typed inputs. Nothing is judged here: what is refused is only what cannot be
//! read (a key that does not exist, a value of the wrong form, a key given twice).

mod argument;
mod constraint;
mod doc;
mod field;
mod index;
mod item;
mod keys;
mod reference;
mod slot;

pub(crate) mod catalog;
pub(crate) mod schema;
pub(crate) mod table;

pub(crate) use argument::{Comment, Default, Flag, Identity};
pub(crate) use constraint::{CheckInput, KeyInput, NameInput, Nulls, UniqueInput};
pub(crate) use field::FieldInput;
pub(crate) use index::{Classes, ElementInput, IndexInput, Subject};
pub(crate) use reference::{Deferrable, ReferenceInput};
pub(crate) use slot::Slot;
pub(crate) use table::TableInput;
