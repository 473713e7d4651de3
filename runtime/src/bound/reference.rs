/// The type of a foreign key's column, as far as the referenced column of type `Target` goes: the
/// same type, or an `Option` of it.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` cannot reference a key of type `{Target}`",
    label = "this column is `{Self}`, the key it references is `{Target}`",
    note = "both sides of a foreign key have the same type, so that every value of one can be a value of the other; give this field the type `{Target}` (or `Option<{Target}>`), or reference another column"
)]
pub trait References<Target> {}

impl<T> References<T> for T {}
#[diagnostic::do_not_recommend]
impl<T> References<T> for Option<T> {}

/// The obligation behind `#[references(Target::column)]`: the types agree.
pub const fn references_column<T, V, F: References<V>>(_column: crate::Column<T, V>) {}
