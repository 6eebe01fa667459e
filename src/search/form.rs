//! How a column is filtered.

use autengo_api::column::{Column, Kind};

/// What a visitor is given to filter a column by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A choice of its values.
    Values,
    /// A smallest and a largest value.
    Range,
    /// A single value that is worth looking for, and its name in filters.
    Switch(&'static str),
    /// Words that are typed, as nobody can list them.
    Words,
}

impl Form {
    /// The form for a column.
    pub fn of(column: Column) -> Self {
        match (column, column.kind()) {
            // Who looks for a car looks for one without damage.
            (Column::IsDamaged | Column::HadAccidentDamage, _) => Self::Switch("false"),
            (_, Kind::Bool) => Self::Switch("true"),
            (_, Kind::Text) => Self::Words,
            (_, Kind::Choice(_) | Kind::Code(_)) => Self::Values,
            (column, _) if column.has_values() => Self::Values,
            _ => Self::Range,
        }
    }
}
