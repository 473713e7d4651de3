use crate::errors::Errors;
use crate::parse::schema::SchemaInput;
use crate::parse::{Comment, TableInput};

/// `comment = doc` takes the documentation comment, so there is one.
pub(super) fn documentation_is_there(table: &TableInput, errors: &Errors) {
    documented(table.options.comment.get(), &table.documentation, errors);
    for field in &table.fields {
        documented(field.comment.get(), &field.documentation.1, errors);
    }
}

/// The same of a schema.
pub(super) fn schema_documentation_is_there(schema: &SchemaInput, errors: &Errors) {
    documented(schema.comment.get(), &schema.documentation, errors);
}

fn documented(comment: Option<&Comment>, documentation: &str, errors: &Errors) {
    if let Some(Comment::Documentation(word)) = comment
        && documentation.is_empty()
    {
        errors.on(
            word,
            "`comment = doc` takes the documentation comment, and there is none. Write one with `///`, or give the text here",
        );
    }
}
