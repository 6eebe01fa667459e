//! The pages of the widget: the list, and a vehicle of it.

mod detail;
mod later;
mod listing;
mod parked;
mod vehicle;

pub use detail::Detail;
pub use later::Later;
pub use listing::Listing;
pub use parked::ParkedPage;
pub use vehicle::Vehicle;

use autengo_api::endpoint::ApiError;
use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;

use crate::chunk::Chunk;
use crate::client::Failure;
use crate::i18n::{Key, Locale, key};

/// What is fetched after the first list: what stands around it, the filters' fields, the page of a
/// vehicle and, when they are to be seen, the parked vehicles.
#[derive(Clone, Copy)]
pub struct Chunks {
    controls: Chunk,
    filters: Chunk,
    vehicle: Chunk,
    parked: Chunk,
}

impl Chunks {
    /// The parts of an instance.
    pub fn new() -> Self {
        Self {
            controls: Chunk::new("controls", || Box::pin(listing::fetch_controls())),
            filters: Chunk::new("filters", || Box::pin(listing::fetch_filters())),
            vehicle: Chunk::new("vehicle", || Box::pin(vehicle::fetch_detail())),
            parked: Chunk::new("parked", || Box::pin(parked::fetch_parked())),
        }
    }

    /// Asks for what stands around the list. When it is there, it asks for what is not seen at once.
    pub fn load(self) {
        self.controls.load();
    }

    /// Asks for what a link needs that opens a vehicle, or a list.
    pub fn load_for_link(self, opens_vehicle: bool) {
        if opens_vehicle { self.vehicle.load() } else { self.controls.load() }
    }

    fn load_rest(self) {
        self.filters.load();
        self.vehicle.load();
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

/// What a visitor is told of a failure; the webmaster reads more in the console.
fn sentence(failure: &Failure) -> Key {
    match failure {
        Failure::Network(_) => key::ERROR_NETWORK,
        Failure::Offline => key::ERROR_OFFLINE,
        Failure::Timeout => key::ERROR_TIMEOUT,
        Failure::Api(ApiError::Unauthorized(_) | ApiError::NotFound) => key::ERROR_REFUSED,
        Failure::Api(ApiError::TooManyRequests) => key::ERROR_BUSY,
        Failure::Api(ApiError::Invalid(_)) => key::ERROR_INVALID,
        Failure::Api(ApiError::Status(_) | ApiError::WebPage | ApiError::Unreadable(_)) => {
            key::ERROR_SERVER
        }
    }
}

/// A coded value in words, tracked: the API's own, else those that `label` knows, else its key.
fn coded(
    vehicle: &PublicVehicle,
    field: Field,
    label: impl FnOnce(&str) -> Option<&'static str>,
) -> Option<String> {
    let coded = vehicle.coded(field)?;
    let documented = || label(&format!("value.{}.{}", field.name(), coded.key));
    Some(coded.text.or_else(documented).unwrap_or(&coded.key).to_owned())
}

/// A message, to be handed to a component.
fn words(locale: Locale, key: Key) -> Signal<String> {
    Signal::derive(move || locale.message(key).to_owned())
}
