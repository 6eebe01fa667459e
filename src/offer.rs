//! How a vehicle is offered: its price, its pictures, and what the law lets a page say of it.

use std::sync::Arc;

use autengo_api::vehicle::{Date, Field, PublicVehicle};
use autengo_offer::energy;
use autengo_offer::price::Prices;

use crate::config::Config;
use crate::host;
use crate::i18n::{Locale, key};

/// The most pictures that are tried.
pub const MAX_PHOTOS: u32 = 30;

/// A vehicle as this dealer offers it today.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The vehicle.
    pub vehicle: Arc<PublicVehicle>,
    /// The prices that may be shown.
    pub prices: Prices,
    /// Whether it counts as new in the sense of the Pkw-EnVKV.
    pub is_new: bool,
    /// Whether only its make may be named, as data is missing that an advertisement must state.
    pub is_masked: bool,
}

impl Offer {
    /// The offer of a vehicle on a day.
    pub fn new(vehicle: Arc<PublicVehicle>, config: &Config, today: Date) -> Self {
        let is_incomplete = energy::is_incomplete(&vehicle, today);
        if is_incomplete {
            let id = vehicle.selling_id();
            host::warn(&format!(
                "the new vehicle {id} lacks consumption or CO2 data that its advertisement must state (Pkw-EnVKV)"
            ));
        }
        if let Some(consumption) = energy::Consumption::of(&vehicle) {
            report_class(&vehicle, &consumption);
        }
        Self {
            prices: Prices::of(&vehicle, config.price_field),
            is_new: energy::is_new(&vehicle, today),
            is_masked: is_incomplete && config.mask_incomplete,
            vehicle,
        }
    }

    /// Make and model.
    pub fn title(&self) -> String {
        let names = [Field::MakeName, Field::ModelName].map(|field| self.vehicle.text(field));
        let names: Vec<_> = names.into_iter().flatten().collect();
        if names.is_empty() {
            self.vehicle.selling_id().as_str().to_owned()
        } else {
            names.join(" ")
        }
    }

    /// The name that may be said: make and model, or of a masked vehicle the make alone; tracked.
    pub fn name(&self, locale: Locale) -> String {
        if !self.is_masked {
            return self.title();
        }
        let make = self.vehicle.text(Field::MakeName).unwrap_or_default();
        locale.fill(key::MASKED_TITLE, &[("make", &make)])
    }

    /// The price in words, tracked.
    pub fn price_in_words(&self, locale: Locale) -> String {
        let on_request = || locale.message(key::PRICE_ON_REQUEST).to_owned();
        self.prices.gross.map_or_else(on_request, |price| locale.euro(price))
    }

    /// The names of body type and colour, to draw the vehicle where there is no picture.
    pub fn body_and_colour(&self) -> (String, String) {
        let word = |field| {
            let coded = self.vehicle.coded(field);
            coded.and_then(|coded| coded.text).unwrap_or_default().to_owned()
        };
        (word(Field::VehicleTypeId), word(Field::ColorId))
    }

    /// The address of the n-th picture, from 1.
    pub fn photo(&self, config: &Config, n: u32) -> Option<String> {
        let template = config.photo_url.as_deref().filter(|_| !self.is_masked)?;
        let mut address = template.replace("{n}", &n.to_string());
        let mut fill = |name: &str, value: &str| {
            if address.contains(name) {
                address = address.replace(name, &String::from(js_sys::encode_uri_component(value)));
            }
        };
        fill("{sellingId}", self.vehicle.selling_id().as_str());
        fill("{internalId}", &self.vehicle.text(Field::InternalId).unwrap_or_default());
        Some(address)
    }
}

fn report_class(vehicle: &PublicVehicle, consumption: &energy::Consumption) {
    let (class, computed) = (consumption.class(), consumption.class_by_co2());
    if class != computed {
        let (class, computed) = (class.letter(), computed.letter());
        let id = vehicle.selling_id();
        host::warn(&format!(
            "vehicle {id} has CO2 class {class}, its CO2 figure means {computed}; {class} is shown"
        ));
    }
}
