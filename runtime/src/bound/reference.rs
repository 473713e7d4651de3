use crate::{Column, ColumnType};

/// The type of a foreign key's column, as far as the referenced column of type `Target` goes: the
/// same type, nullable or not.
#[diagnostic::on_unimplemented(
    message = "a column of type `{Self}` cannot reference a key of type `{Target}`",
    label = "this column is `{Self}`, the key it references is `{Target}`",
    note = "both sides of a foreign key have the same type, so that every value of one can be a value of the other; give this field the type `{Target}` (or `Option` of it), or reference another column"
)]
pub trait References<Target> {}

// rustc is asked not to list these: what can be done is said above.
#[diagnostic::do_not_recommend]
impl<T> References<T> for T {}
#[diagnostic::do_not_recommend]
impl<T> References<T> for Option<T> {}
#[diagnostic::do_not_recommend]
impl<T> References<Option<T>> for T {}
// A target without a primary key, or one that is not known because of its own errors: to say that is
// another check's business.
#[diagnostic::do_not_recommend]
impl<T: ColumnType> References<()> for T {}

/// The same of a foreign key of several columns, which references a key of as many.
#[diagnostic::on_unimplemented(
    message = "columns of the types `{Self}` cannot reference a key of type `{Target}`",
    label = "these columns are `{Self}`, the key they reference is `{Target}`",
    note = "a foreign key has as many columns as the key it references, in its order and each of the same type (or `Option` of it); name them all in `columns(..)`, or those that are referenced in `to(..)`"
)]
pub trait ReferencesEach<Target> {}

macro_rules! tuples {
    ($(($($part:ident $target:ident)+))+) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($part: References<$target>, $target),+> ReferencesEach<($($target,)+)> for ($($part,)+) {}
        #[diagnostic::do_not_recommend]
        impl<$($part: ColumnType),+> ReferencesEach<()> for ($($part,)+) {}
    )+};
}

tuples! {
    (A P B Q)
    (A P B Q C R)
    (A P B Q C R D S)
    (A P B Q C R D S E T)
    (A P B Q C R D S E T F U)
    (A P B Q C R D S E T F U G V)
    (A P B Q C R D S E T F U G V H W)
}

/// The obligation behind `#[references(Target)]` on a field.
pub const fn reference<F: References<V>, V>() {}

/// The obligation behind `#[references(Target, columns(a, b))]`.
pub const fn reference_each<F: ReferencesEach<V>, V>() {}

impl<T, V> Column<T, V> {
    /// The obligation behind `#[references(Target::column)]`.
    #[doc(hidden)]
    pub const fn referenced_by<F: References<V>>(&self) {}
}
