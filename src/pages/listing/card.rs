//! What the card of a vehicle says.

use autengo_api::energy::Consumption;
use autengo_api::vehicle::{Field, PublicVehicle};

use crate::config::Config;
use crate::i18n::{Key, Locale, key};
use crate::offer::Offer;
use crate::ui::CardContent;

/// The words of a card, tracked by language.
pub(super) fn content(offer: &Offer, config: &Config, locale: Locale) -> CardContent {
    let vehicle = &offer.vehicle;
    let word =
        |field| vehicle.coded(field).and_then(|coded| coded.text).unwrap_or_default().to_owned();
    let base = CardContent {
        selling_id: vehicle.selling_id().to_owned(),
        title: offer.title(),
        version: None,
        price: String::new(),
        price_note: None,
        facts: Vec::new(),
        consumption: None,
        photo: None,
        body: String::new(),
        colour: String::new(),
        badge: badge(vehicle),
        is_masked: offer.is_masked,
    };
    if offer.is_masked {
        let make = vehicle.text(Field::MakeName).unwrap_or_default();
        let title = locale.fill(key::MASKED_TITLE, &[("make", &make)]);
        return CardContent { title, price: locale.message(key::MASKED_TEXT).to_owned(), ..base };
    }
    let is_negotiable =
        vehicle.flag(Field::IsPriceNegotiable) == Some(true) && offer.price.is_some();
    CardContent {
        version: vehicle.text(Field::ModelVersion).map(std::borrow::Cow::into_owned),
        price: price(offer, locale),
        price_note: is_negotiable.then(|| locale.message(key::PRICE_NEGOTIABLE).to_owned()),
        facts: facts(offer, locale),
        consumption: Consumption::of(vehicle).filter(|_| offer.is_new),
        photo: offer.photo(config, 1),
        body: word(Field::VehicleTypeId),
        colour: word(Field::ColorId),
        ..base
    }
}

fn price(offer: &Offer, locale: Locale) -> String {
    offer.price.map_or_else(
        || locale.message(key::PRICE_ON_REQUEST).to_owned(),
        |price| locale.euro(price),
    )
}

fn facts(offer: &Offer, locale: Locale) -> Vec<String> {
    let vehicle = &offer.vehicle;
    let registration = match vehicle.date(Field::FirstRegistration) {
        Some(date) => Some(locale.fill(key::CARD_REGISTRATION, &[("date", &locale.month(date))])),
        None => offer.is_new.then(|| locale.message(key::CARD_NO_REGISTRATION).to_owned()),
    };
    let mileage = vehicle.number(Field::Kilometers);
    let mileage = mileage.map(|km| locale.fill(key::UNIT_KM, &[("value", &locale.number(km, 0))]));
    let word = |field| {
        let coded = vehicle.coded(field)?;
        let name = format!("value.{}.{}", field.name(), coded.key);
        let text = coded.text.map(str::to_owned).or_else(|| locale.label(&name).map(str::to_owned));
        Some(text.unwrap_or_else(|| coded.key.into_owned()))
    };
    let power = vehicle.number(Field::PowerKw).map(|kw| locale.power(kw));
    [registration, mileage, power, word(Field::FuelType), word(Field::TransmissionType)]
        .into_iter()
        .flatten()
        .collect()
}

fn badge(vehicle: &PublicVehicle) -> Option<Key> {
    match vehicle.coded(Field::VehicleState)?.key.as_ref() {
        "incoming" => Some(key::CARD_INCOMING),
        "sold" => Some(key::CARD_SOLD),
        _ => None,
    }
}
