//! Columns whose values vehicles tell, and which every server compares alike.

use std::borrow::Cow;

use autengo_api::column::{Column, Kind};
use autengo_api::vehicle::{Field, Vehicle};

/// A column whose values vehicles tell, and which every server compares alike.
#[derive(Clone, Copy)]
pub(crate) struct ComparableColumn {
    field: Field,
    kind: Kind,
}

/// A value of such a column, ordered as the server orders it (DIFFERENCES.md, "Comparisons").
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SortKey<'a> {
    /// A whole number, a numeric key, or 0 for false and 1 for true.
    Number(i64),
    /// A key or a day, by code point and with case.
    Text(Cow<'a, str>),
}

impl ComparableColumn {
    pub(crate) fn of(column: Column) -> Option<Self> {
        let kind = column.kind();
        // Collations differ between servers.
        if kind == Kind::Text {
            return None;
        }
        Some(Self { field: column.field()?, kind })
    }

    /// The vehicle's value; `None` if it has none, or one that is none of this column.
    pub(crate) fn key(self, vehicle: &Vehicle) -> Option<SortKey<'_>> {
        match self.kind {
            Kind::Bool => Some(SortKey::Number(vehicle.flag(self.field)?.into())),
            _ => self.read(vehicle.coded(self.field)?.key),
        }
    }

    /// A value as filters write it.
    pub(crate) fn read(self, text: Cow<'_, str>) -> Option<SortKey<'_>> {
        match (self.kind, text) {
            (Kind::Integer | Kind::Code(_), text) => text.parse().ok().map(SortKey::Number),
            (Kind::Bool, text) => Some(SortKey::Number((text == "true").into())),
            (Kind::Choice(_), text) => Some(SortKey::Text(text)),
            // Some servers write midnight behind a day.
            (Kind::Date, Cow::Borrowed(text)) => {
                Some(SortKey::Text(Cow::Borrowed(text.get(..10).unwrap_or(text))))
            }
            (Kind::Date | Kind::Text | Kind::Number | Kind::DateTime, _) => None,
        }
    }

    /// A value as filters write it.
    pub(crate) fn write(self, key: SortKey<'_>) -> String {
        match key {
            SortKey::Number(flag) if self.kind == Kind::Bool => (flag != 0).to_string(),
            SortKey::Number(number) => number.to_string(),
            SortKey::Text(text) => text.into_owned(),
        }
    }
}
