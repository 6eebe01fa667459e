//! Whether a vehicle that came is one that was asked for, as far as its own fields tell.

use std::borrow::Cow;

use crate::column::{Column, Kind};
use crate::condition::{Condition, Op};
use crate::query::Filter;
use crate::vehicle::{Field, Vehicle};

/// The first column whose value, as the response carries it, contradicts the filters. Columns that
/// responses do not carry, and values that are missing, contradict nothing.
#[must_use]
pub fn contradiction(vehicle: &Vehicle, all: &Filter, any: &Filter) -> Option<Column> {
    let fails = |column, condition| {
        Test::new(column, condition).and_then(|test| test.holds(vehicle)) == Some(false)
    };
    let broken_all = all
        .iter()
        .find(|(column, conditions)| conditions.iter().any(|condition| fails(*column, condition)));
    let broken_any = any.iter().find(|(column, conditions)| {
        !conditions.is_empty() && conditions.iter().all(|condition| fails(*column, condition))
    });
    broken_all.or(broken_any).map(|(column, _)| column)
}

/// A column whose values vehicles tell, and which every server compares alike.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    field: Field,
    kind: Kind,
}

/// A value of such a column, ordered as the server orders it (DIFFERENCES.md, "Comparisons").
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key<'a> {
    /// A whole number, a numeric key, or 0 for false and 1 for true.
    Number(i64),
    /// A key or a day, by code point and with case.
    Text(Cow<'a, str>),
}

impl Told {
    pub(crate) fn of(column: Column) -> Option<Self> {
        let kind = column.kind();
        // Collations differ between servers.
        if kind == Kind::Text {
            return None;
        }
        Some(Self { field: column.field()?, kind })
    }

    /// The vehicle's value; `None` if it has none, or one that is none of this column.
    pub(crate) fn key(self, vehicle: &Vehicle) -> Option<Key<'_>> {
        match self.kind {
            Kind::Bool => Some(Key::Number(vehicle.flag(self.field)?.into())),
            _ => self.read(vehicle.coded(self.field)?.key),
        }
    }

    /// A value as filters write it.
    fn read(self, text: Cow<'_, str>) -> Option<Key<'_>> {
        match (self.kind, text) {
            (Kind::Integer | Kind::Code(_), text) => text.parse().ok().map(Key::Number),
            (Kind::Bool, text) => Some(Key::Number((text == "true").into())),
            (Kind::Choice(_), text) => Some(Key::Text(text)),
            // Some servers write midnight behind a day.
            (Kind::Date, Cow::Borrowed(text)) => {
                Some(Key::Text(Cow::Borrowed(text.get(..10).unwrap_or(text))))
            }
            (Kind::Date | Kind::Text | Kind::Number | Kind::DateTime, _) => None,
        }
    }

    /// A value as filters write it.
    pub(crate) fn write(self, key: Key<'_>) -> String {
        match key {
            Key::Number(flag) if self.kind == Kind::Bool => (flag != 0).to_string(),
            Key::Number(number) => number.to_string(),
            Key::Text(text) => text.into_owned(),
        }
    }
}

/// A condition, read once to be held against many vehicles.
pub(crate) struct Test<'a> {
    told: Told,
    op: Op,
    wanted: Key<'a>,
}

impl<'a> Test<'a> {
    /// `None` if vehicles do not tell, or if no server takes the value.
    pub(crate) fn new(column: Column, condition: &'a Condition) -> Option<Self> {
        let told = Told::of(column).filter(|_| column.accepts(&condition.value))?;
        Some(Self { told, op: condition.op, wanted: told.read(Cow::Borrowed(&condition.value))? })
    }

    /// Whether it holds; `None` for a vehicle without a value.
    pub(crate) fn holds(&self, vehicle: &Vehicle) -> Option<bool> {
        Some(self.op.holds(self.told.key(vehicle)?.cmp(&self.wanted)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::FromJson;
    use crate::state::State;

    #[test]
    fn a_vehicle_is_held_against_what_was_asked() {
        let text = r#"{"sellingId":"A","kilometers":50000,"fuelType":{"key":"diesel"},"colorId":7,
            "firstRegistration":"2017-05-19","isDamaged":"NO"}"#;
        let value = serde_json::from_str(text).expect("valid JSON");
        let vehicle = Vehicle::from_json(value).expect("decodes");
        for (query, expected) in [
            (
                "or[fuelType][]=diesel&or[fuelType][]=lpg&and[kilometers]=<=|50000&and[isDamaged]=false",
                None,
            ),
            ("or[fuelType][]=electric&or[fuelType][]=lpg", Some(Column::FuelType)),
            ("and[kilometers]=<|50000", Some(Column::Kilometers)),
            ("and[colorId]=<>|7", Some(Column::ColorId)),
            ("and[firstRegistration]=>=|2018-01-01", Some(Column::FirstRegistration)),
            ("and[makeName]=BMW&and[price]=<|1&or[makeId][]=7&or[driveType][]=all", None),
        ] {
            let search = State::parse(query, "").0.search;
            assert_eq!(contradiction(&vehicle, &search.all, &search.any), expected, "{query}");
        }
    }
}
