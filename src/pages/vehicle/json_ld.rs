//! A vehicle in the words of schema.org (`Car` with an `Offer`), for search engines.

use autengo_api::choice::{ConditionType, DriveType, VehicleState};
use autengo_api::vehicle::{Date, Field};
use autengo_offer::energy::Consumption;
use js_sys::{JSON, Object};
use leptos::prelude::document;
use wasm_bindgen::JsValue;

use crate::i18n::Locale;
use crate::js;
use crate::offer::Offer;
use crate::pages::coded;

/// A member of an object: its name, and what it is if that is known.
type Member<'a> = (&'a str, Option<JsValue>);

/// The description of a vehicle that may be shown whole, in the language of the page, tracked.
pub(super) fn json_ld(offer: &Offer, photo: Option<&str>, link: &str, locale: Locale) -> String {
    let vehicle = &offer.vehicle;
    let text = |field| vehicle.text(field).map(|text| JsValue::from(&*text));
    let word = |field| coded(vehicle, field, |name| locale.label(name)).map(JsValue::from);
    let number = |field| vehicle.number(field).map(JsValue::from);
    let measured = |field, unit: &str| {
        let members = [("value", Some(number(field)?)), ("unitCode", Some(unit.into()))];
        Some(object("QuantitativeValue", &members))
    };
    let date = |field| {
        let date = vehicle.date(field)?;
        let day = Date { day: date.day.or(Some(1)), ..date };
        Some(JsValue::from(day.to_string()))
    };
    let wheels = match vehicle.choice() {
        Some(DriveType::Front) => Some("FrontWheelDriveConfiguration"),
        Some(DriveType::Rear) => Some("RearWheelDriveConfiguration"),
        Some(DriveType::All) => Some("AllWheelDriveConfiguration"),
        _ => None,
    };
    let is_used = vehicle.choice() != Some(ConditionType::New);
    let condition = Some(schema(if is_used { "UsedCondition" } else { "NewCondition" }));
    let brand = text(Field::MakeName).map(|name| object("Brand", &[("name", Some(name))]));
    let engine = [
        ("enginePower", measured(Field::PowerKw, "KWT")),
        ("engineDisplacement", measured(Field::CubicCapacity, "CMQ")),
        ("fuelType", word(Field::FuelType)),
    ];
    let car = [
        ("@context", Some("https://schema.org".into())),
        ("name", Some(offer.title().into())),
        ("url", Some(link.into())),
        ("image", photo.and_then(absolute)),
        ("description", text(Field::Description)),
        ("sku", text(Field::InternalId)),
        ("brand", brand),
        ("model", text(Field::ModelName)),
        ("vehicleConfiguration", text(Field::ModelVersion)),
        ("itemCondition", condition.clone()),
        ("bodyType", word(Field::VehicleTypeId)),
        ("color", word(Field::ColorId)),
        ("vehicleInteriorColor", word(Field::InteriorColorId)),
        ("vehicleInteriorType", word(Field::InteriorType)),
        ("dateVehicleFirstRegistered", date(Field::FirstRegistration)),
        ("mileageFromOdometer", measured(Field::Kilometers, "KMT")),
        ("fuelType", word(Field::FuelType)),
        ("vehicleTransmission", word(Field::TransmissionType)),
        ("driveWheelConfiguration", wheels.map(schema)),
        ("vehicleEngine", Some(object("EngineSpecification", &engine))),
        ("numberOfDoors", number(Field::DoorCount)),
        ("vehicleSeatingCapacity", number(Field::SeatCount)),
        ("numberOfForwardGears", number(Field::Gears)),
        ("numberOfPreviousOwners", number(Field::PreviousOwnerCount)),
        ("weight", measured(Field::Weight, "KGM")),
        ("emissionsCO2", Consumption::of(vehicle).map(|stated| stated.co2().into())),
        ("meetsEmissionStandard", word(Field::EmissionClass)),
        ("offers", Some(offer_json(offer, link, condition))),
    ];
    // Made of texts, numbers and objects, which can all be written.
    JSON::stringify(&object("Car", &car)).map(String::from).unwrap_or_default()
}

/// The offer; a price on request has none.
fn offer_json(offer: &Offer, link: &str, condition: Option<JsValue>) -> JsValue {
    let is_coming = offer.vehicle.choice() == Some(VehicleState::Incoming);
    let price = offer.prices.gross;
    let members = [
        ("price", price.map(JsValue::from)),
        ("priceCurrency", price.map(|_| "EUR".into())),
        ("availability", Some(schema(if is_coming { "PreOrder" } else { "InStock" }))),
        ("itemCondition", condition),
        ("url", Some(link.into())),
    ];
    object("Offer", &members)
}

/// A word that schema.org has an address for.
fn schema(word: &str) -> JsValue {
    format!("https://schema.org/{word}").into()
}

/// An object of a type with what there is.
fn object(kind: &str, members: &[Member<'_>]) -> JsValue {
    let object = Object::new();
    let set = |name: &str, value: &JsValue| js::set(&object, name, value);
    set("@type", &kind.into());
    for (name, value) in members {
        if let Some(value) = value {
            set(name, value);
        }
    }
    object.into()
}

/// A picture's address as those need it who do not stand on the page.
fn absolute(address: &str) -> Option<JsValue> {
    let base = document().base_uri().ok()??;
    Some(web_sys::Url::new_with_base(address, &base).ok()?.href().into())
}
