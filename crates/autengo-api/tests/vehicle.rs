//! Tolerant decoding of vehicles: what is odd costs nothing else.

use autengo_api::choice::FuelType;
use autengo_api::endpoint::{vehicle, vehicles};
use autengo_api::json::FromJson;
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::{Field, FieldValue, PublicVehicle, Vehicle};
use serde_json::{Map, Value, json};

/// A value of every kind that JSON has.
fn kinds() -> [Value; 8] {
    [
        json!(null),
        json!("odd"),
        json!(""),
        json!(7),
        json!(-0.5),
        json!(true),
        json!(["x", null]),
        json!({ "a": 1 }),
    ]
}

/// The vehicle of the reference, and the documented field that its example lacks.
fn example() -> Map<String, Value> {
    let text = include_str!("data/vehicle.json");
    let mut answer: Value = serde_json::from_str(text).unwrap();
    answer["vehicle"]["price"] = json!(3456.12);
    serde_json::from_value(answer["vehicle"].take()).unwrap()
}

fn read(object: &Map<String, Value>) -> Vehicle {
    let answer = json!({ "vehicle": object }).to_string();
    vehicle(&object["sellingId"].as_str().unwrap().into()).answer(200, &answer).unwrap().unwrap()
}

/// Whatever a view may ask of a field.
fn asked(vehicle: &Vehicle, field: Field) -> String {
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?}",
        vehicle.text(field),
        vehicle.number(field),
        vehicle.flag(field),
        vehicle.coded(field),
        vehicle.items(field),
        vehicle.date(field),
    )
}

#[test]
fn the_example_has_every_field() {
    let names: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
    assert_eq!(example().keys().collect::<Vec<_>>(), names);
}

#[test]
fn one_odd_field_never_costs_another() {
    let whole = read(&example());
    let mut cases = 0;
    for odd in Field::ALL.iter().filter(|field| **field != Field::SellingId) {
        for value in kinds().into_iter().map(Some).chain([None]) {
            let mut object = example();
            match value.clone() {
                Some(value) => object.insert(odd.name().to_owned(), value),
                None => object.shift_remove(odd.name()),
            };
            let vehicle = read(&object);
            let kept = value.as_ref().and_then(|value| FieldValue::read(value));
            assert_eq!(vehicle.value(*odd), kept.as_ref());
            let _ = asked(&vehicle, *odd);
            for field in Field::ALL.iter().filter(|field| *field != odd) {
                assert_eq!(vehicle.value(*field), whole.value(*field), "{odd:?} = {value:?}");
                assert_eq!(asked(&vehicle, *field), asked(&whole, *field), "{odd:?} = {value:?}");
            }
            cases += 1;
        }
    }
    assert_eq!(cases, (Field::ALL.len() - 1) * 9);
}

/// Only the id is needed: without it nothing could be opened, asked about or told apart.
#[test]
fn a_vehicle_needs_an_id_that_is_a_text_or_a_number() {
    for value in kinds() {
        let is_id = matches!(&value, Value::Number(_) | Value::Bool(_)) || value == "odd";
        let mut object = example();
        object.insert("sellingId".to_owned(), value.clone());
        assert_eq!(Vehicle::from_json(&Value::Object(object)).is_ok(), is_id, "{value}");
    }
}

#[test]
fn unknown_fields_and_keys_survive() {
    for value in kinds() {
        let mut object = example();
        object.insert("newField".to_owned(), value.clone());
        object.insert("fuelType".to_owned(), json!({ "key": "steam", "text": "Dampf" }));
        let vehicle = read(&object);
        let kept = Some(&value).filter(|value| !value.is_null());
        assert_eq!(vehicle.unknown().get("newField"), kept);
        assert_eq!(vehicle.choice(), Some(FuelType::Other("steam".to_owned())));
        assert_eq!(vehicle.text(Field::FuelType).unwrap(), "Dampf");
    }
}

#[test]
fn an_undecodable_element_is_counted_and_costs_no_other() {
    for lost in kinds() {
        let mut list: Vec<_> = (0..5).map(|n| json!({ "sellingId": n.to_string() })).collect();
        list[2] = lost;
        let answer = json!({ "total": 5, "limit": 25, "offset": 0, "list": list }).to_string();
        let list =
            vehicles::<PublicVehicle>(&VehicleQuery::default()).answer(200, &answer).unwrap();
        let ids: Vec<_> = list.items.iter().map(|vehicle| vehicle.selling_id().as_str()).collect();
        assert_eq!((list.total, list.lost, ids), (5, 1, vec!["0", "1", "3", "4"]));
    }
}
