//! Whether a vehicle that came is one that was asked for, as far as its own fields tell.

use std::borrow::Cow;

use crate::comparable::ComparableColumn;
use autengo_api::column::Column;
use autengo_api::condition::Condition;
use autengo_api::query::Filter;
use autengo_api::vehicle::Vehicle;

/// The first column whose value, as the response carries it, contradicts the filters. Columns that
/// responses do not carry, and values that are missing, contradict nothing.
#[must_use]
pub fn first_mismatch(vehicle: &Vehicle, and: &Filter, or: &Filter) -> Option<Column> {
    let fails = |column, condition| holds(vehicle, column, condition) == Some(false);
    let broken_all = and
        .iter()
        .find(|(column, conditions)| conditions.iter().any(|condition| fails(*column, condition)));
    let broken_any = or.iter().find(|(column, conditions)| {
        !conditions.is_empty() && conditions.iter().all(|condition| fails(*column, condition))
    });
    broken_all.or(broken_any).map(|(column, _)| column)
}

fn holds(vehicle: &Vehicle, column: Column, condition: &Condition) -> Option<bool> {
    let told = ComparableColumn::of(column).filter(|_| column.accepts(&condition.value))?;
    let wanted = told.read(Cow::Borrowed(&condition.value))?;
    Some(condition.op.holds(told.key(vehicle)?.cmp(&wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;
    use autengo_api::json::FromJson;

    #[test]
    fn a_vehicle_is_held_against_the_query() {
        let text = r#"{"sellingId":"A","kilometers":50000,"fuelType":{"key":"diesel"},"colorId":7,
            "firstRegistration":"2017-05-19","isDamaged":"NO"}"#;
        let value: serde_json::Value = serde_json::from_str(text).expect("valid JSON");
        let vehicle = Vehicle::from_json(&value).expect("decodes");
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
            let params = State::parse(query, "").0.params;
            assert_eq!(first_mismatch(&vehicle, params.and(), params.or()), expected, "{query}");
        }
    }
}
