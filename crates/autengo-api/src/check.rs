//! Whether a vehicle that came is one that was asked for, as far as its own fields tell.

use crate::column::{Column, Kind};
use crate::condition::{Condition, Op};
use crate::json::decimal;
use crate::query::Filter;
use crate::vehicle::{Field, Vehicle};

/// The first column whose value, as the response carries it, contradicts the filters. Columns that
/// responses do not carry, and values that are missing, contradict nothing.
#[must_use]
pub fn contradiction(vehicle: &Vehicle, all: &Filter, any: &Filter) -> Option<Column> {
    let broken_all = all.iter().find(|(column, conditions)| {
        conditions.iter().any(|condition| holds(vehicle, *column, condition) == Some(false))
    });
    let broken_any = any.iter().find(|(column, conditions)| {
        !conditions.is_empty()
            && conditions.iter().all(|condition| holds(vehicle, *column, condition) == Some(false))
    });
    broken_all.or(broken_any).map(|(column, _)| column)
}

fn holds(vehicle: &Vehicle, column: Column, condition: &Condition) -> Option<bool> {
    let field = Field::from_name(column.name())?;
    let order = match column.kind() {
        Kind::Choice(_) => vehicle.coded(field)?.key.as_ref().cmp(&condition.value),
        Kind::Code(_) => {
            let key = decimal(&vehicle.coded(field)?.key)?;
            key.partial_cmp(&decimal(&condition.value)?)?
        }
        Kind::Integer => vehicle.number(field)?.partial_cmp(&decimal(&condition.value)?)?,
        Kind::Date => vehicle.text(field)?.get(..10)?.cmp(condition.value.get(..10)?),
        Kind::Bool => vehicle.flag(field)?.to_string().as_str().cmp(&condition.value),
        // Collations and the choice of the price differ between servers.
        Kind::Text | Kind::Number | Kind::DateTime => return None,
    };
    Some(match condition.op {
        Op::Eq => order.is_eq(),
        Op::Ne => order.is_ne(),
        Op::Lt => order.is_lt(),
        Op::Le => order.is_le(),
        Op::Gt => order.is_gt(),
        Op::Ge => order.is_ge(),
    })
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
