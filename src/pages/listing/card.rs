//! What the card of a vehicle says.

use autengo_api::energy::Consumption;
use autengo_api::vehicle::{Field, PublicVehicle};

use crate::config::Config;
use crate::i18n::{Key, Locale, key};
use crate::offer::Offer;
use crate::pages::coded;
use crate::ui::CardContent;

/// The words of a card, tracked by language.
pub(super) fn content(offer: &Offer, config: &Config, locale: Locale) -> CardContent {
    let vehicle = &offer.vehicle;
    let base = CardContent {
        selling_id: vehicle.selling_id().to_owned(),
        title: offer.name(locale),
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
        return CardContent { price: locale.message(key::MASKED_TEXT).to_owned(), ..base };
    }
    let (body, colour) = offer.body_and_colour();
    let note = || locale.message(key::PRICE_NEGOTIABLE).to_owned();
    CardContent {
        version: vehicle.text(Field::ModelVersion).map(std::borrow::Cow::into_owned),
        price: offer.price_in_words(locale),
        price_note: offer.is_negotiable().then(note),
        facts: facts(offer, locale),
        consumption: Consumption::of(vehicle).filter(|_| offer.is_new),
        photo: offer.photo(config, 1),
        body,
        colour,
        ..base
    }
}

fn facts(offer: &Offer, locale: Locale) -> Vec<String> {
    let vehicle = &offer.vehicle;
    let registration = match vehicle.date(Field::FirstRegistration) {
        Some(date) => Some(locale.fill(key::CARD_REGISTRATION, &[("date", &locale.month(date))])),
        None => offer.is_new.then(|| locale.message(key::CARD_NO_REGISTRATION).to_owned()),
    };
    let mileage = vehicle.number(Field::Kilometers);
    let mileage = mileage.map(|km| locale.fill(key::UNIT_KM, &[("value", &locale.number(km, 0))]));
    let word = |field| coded(vehicle, field, locale);
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
