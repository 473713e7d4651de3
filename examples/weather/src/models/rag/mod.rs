//! The domain of retrieval: documents, their pieces, and the prompts that answers are made with.

mod document;
mod document_chunk;
mod prompt_version;

use bailiwick::prelude::*;

use super::core::Core;

pub use document::{Document, NewDocument};
pub use document_chunk::{DocumentChunk, NewDocumentChunk};
pub use prompt_version::{NewPromptVersion, PromptVersion};

/// Owns the schema `rag`. Prompts are written by people, so it may refer to [`Core`], and never the other way.
#[derive(Schema)]
#[schema(
    name = "rag",
    tables(Document, DocumentChunk, PromptVersion),
    depends_on(Core)
)]
pub struct Rag;

/// The name of [`Document`] from before the move, for code that has not followed yet.
pub type RagDocument = Document;

/// The name of [`DocumentChunk`] from before the move, for code that has not followed yet.
pub type RagDocumentChunk = DocumentChunk;
