//! The card of a vehicle, and what it says.

use std::sync::Arc;

use autengo_api::choice::VehicleState;
use autengo_api::vehicle::{Date, Field, PublicVehicle};
use autengo_offer::energy::Consumption;
use leptos::prelude::*;

use crate::config::Config;
use crate::device::today;
use crate::i18n::{Key, Locale, key};
use crate::offer::Offer;
use crate::pages::coded;
use crate::parked::Parked;
use crate::search::Search;
use crate::ui::{Card, CardContent, Heart};

/// The card of a vehicle in a list, as it is offered on a day, tracked; `is_first` says whether its picture is likely to be on screen from the start.
pub(in crate::pages) fn card_in_list(
    search: Search,
    vehicle: Arc<PublicVehicle>,
    day: Date,
    is_first: bool,
) -> AnyView {
    let level = search.config().heading_level + 1;
    make(search, vehicle, day, level, Some(is_first))
}

/// The card of a vehicle elsewhere than in a list, tracked.
pub(in crate::pages) fn card(search: Search, vehicle: Arc<PublicVehicle>, level: u8) -> AnyView {
    make(search, vehicle, today(), level, None)
}

fn make(
    search: Search,
    vehicle: Arc<PublicVehicle>,
    day: Date,
    level: u8,
    in_list: Option<bool>,
) -> AnyView {
    let (locale, parked) = (expect_context::<Locale>(), expect_context::<Parked>());
    let config = search.config();
    let offer = Offer::new(vehicle, &config, day);
    let content = content(&offer, &config, locale);
    let (id, name) = (content.selling_id.clone(), content.title.clone());
    // Plain values: cards are made anew when they change, and two dozen of everything count.
    let (nav, opened) = (search.nav, id.clone());
    let href = nav.vehicle_href(&id);
    let on_open = Callback::new(move |()| nav.open(&opened));
    let is_parked = parked.has(&id);
    let on_toggle = Callback::new(move |()| parked.toggle(&id));
    let corner = view! { <Heart name is_parked on_toggle /> }.into_any();
    let (is_first, is_listed) = (in_list == Some(true), in_list.is_some());
    view! { <Card content href is_first is_listed level corner on_open /> }.into_any()
}

/// The words of a card, tracked by language.
fn content(offer: &Offer, config: &Config, locale: Locale) -> CardContent {
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
        price_note: offer.prices.is_negotiable.then(note),
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
    let word = |field| coded(vehicle, field, |name| locale.card_label(name));
    let power = vehicle.number(Field::PowerKw).map(|kw| locale.power(kw));
    [registration, mileage, power, word(Field::FuelType), word(Field::TransmissionType)]
        .into_iter()
        .flatten()
        .collect()
}

fn badge(vehicle: &PublicVehicle) -> Option<Key> {
    match vehicle.choice()? {
        VehicleState::Incoming => Some(key::CARD_INCOMING),
        VehicleState::Sold => Some(key::CARD_SOLD),
        _ => None,
    }
}
