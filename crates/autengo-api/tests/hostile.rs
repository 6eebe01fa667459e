//! The fuzz target `vehicle` in short: any JSON as an answer.

use autengo_api::column::Column;
use autengo_api::endpoint::{contact, filter_values, makes, vehicle, vehicles};
use autengo_api::json::FromJson;
use autengo_api::qs::{Tree, encode};
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::{Field, PublicVehicle, Vehicle};
use proptest::prelude::*;
use serde_json::{Map, Value};

fn json() -> impl Strategy<Value = Value> {
    let names = || {
        let fields = Field::ALL.iter().map(|field| field.name());
        let others = ["key", "text", "name", "list", "total", "vehicle", "data", "contact", "ID"];
        prop::sample::select(fields.chain(others).collect::<Vec<_>>())
    };
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
        "[0-9]{4}-[0-9]{2}(-[0-9]{2})?".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 60, 12, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((names(), inner), 0..12).prop_map(|entries| {
                let entries = entries.into_iter().map(|(name, value)| (name.to_owned(), value));
                Value::Object(entries.collect::<Map<_, _>>())
            }),
        ]
    })
}

proptest! {
    #[test]
    fn every_answer_is_read_or_refused(value in json()) {
        let text = value.to_string();
        let _ = encode(&Tree::from(&value));
        let _ = makes().answer(200, &text);
        let _ = filter_values(Column::ALL).answer(200, &text);
        let _ = contact::get(contact::Which::Id(1)).answer(200, &text);
        let _ = vehicle::<Vehicle>(&"A".into()).answer(200, &text);
        let _ = vehicles::<Vehicle>(&VehicleQuery::default()).answer(200, &text);
        let Ok(vehicle) = Vehicle::from_json(&value) else { return Ok(()) };
        let public = PublicVehicle::from_json(&value).unwrap();
        for field in Field::ALL {
            let _ = (vehicle.text(*field), vehicle.flag(*field), vehicle.coded(*field));
            let _ = (vehicle.items(*field), vehicle.date(*field));
            prop_assert!(vehicle.number(*field).is_none_or(f64::is_finite));
            let shown = vehicle.value(*field).filter(|_| field.is_public());
            prop_assert_eq!(public.value(*field), shown);
        }
    }
}
