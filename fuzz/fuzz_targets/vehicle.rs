//! Any text as an answer of the API: it is read or refused, and every field can be asked for.

#![no_main]

use autengo_search::check::first_mismatch;
use autengo_api::choice::FuelType;
use autengo_api::column::Column;
use autengo_api::endpoint::{auth, contact, filter_values, makes, models, vehicle, vehicles};
use autengo_offer::energy::{Consumption, Label, is_incomplete, is_new};
use autengo_api::id::MakeId;
use autengo_api::json::FromJson;
use autengo_api::query::{Filter, VehicleQuery};
use autengo_api::vehicle::{Date, Field, PublicVehicle, Vehicle};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    // What is no object is refused the same everywhere.
    let Ok(value @ Value::Object(_)) = serde_json::from_str(text) else {
        assert!(vehicle::<Vehicle>("A").answer(200, text).is_err());
        return;
    };
    let _ = makes().answer(200, text);
    let _ = models(MakeId(1)).answer(200, text);
    let _ = filter_values(Column::ALL).answer(200, text);
    let _ = auth::refresh().answer(200, text);
    let _ = contact::get(contact::Which::Id(1)).answer(200, text);
    let _ = vehicle::<Vehicle>("A").answer(400, text);
    if let Ok(Some(vehicle)) = vehicle::<Vehicle>("A").answer(200, text) {
        ask(&vehicle);
    }
    if let Ok(list) = vehicles::<PublicVehicle>(&VehicleQuery::default()).answer(200, text) {
        list.items.iter().for_each(|vehicle| ask(vehicle));
    }
    if let Ok(vehicle) = Vehicle::from_json(value.clone()) {
        ask(&vehicle);
        let public = PublicVehicle::from_json(value).expect("the same vehicle");
        assert_eq!(public.selling_id(), vehicle.selling_id());
        for field in Field::ALL {
            let shown = vehicle.value(*field).filter(|_| field.is_public());
            assert_eq!(public.value(*field), shown, "{field:?}");
        }
    }
});

fn ask(vehicle: &Vehicle) {
    for field in Field::ALL {
        let _ = vehicle.text(*field);
        let _ = vehicle.flag(*field);
        let _ = vehicle.coded(*field);
        let _ = vehicle.items(*field);
        let _ = vehicle.date(*field);
        assert!(vehicle.number(*field).is_none_or(f64::is_finite));
    }
    let _ = vehicle.choice::<FuelType>();
    let _ = first_mismatch(vehicle, &Filter::default(), &Filter::default());
    if let Some(consumption) = Consumption::of(vehicle) {
        let _ = consumption.class_by_co2();
    }
    let today = Date { year: 2026, month: 11, day: Some(1) };
    let _ = (is_new(vehicle, today), is_incomplete(vehicle, today));
    if let Ok(Some(label)) = Label::of(vehicle, today) {
        assert!(!is_incomplete(vehicle, today));
        assert!(label.carbon.iter().all(|carbon| carbon.price.is_none_or(f64::is_finite)));
    }
}
