//! The pages of the widget: the list, the parked vehicles, and a vehicle.

mod lazy;
mod listing;
mod parked;
mod vehicle;

pub use lazy::lazy_page;
pub use listing::{Controls, FiltersCode, Listing};
pub use parked::{ParkedCode, ParkedPage};
pub use vehicle::{VehicleCode, VehiclePage};

use autengo_api::endpoint::ApiError;
use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;

use crate::chunk::Chunk;
use crate::client::Failure;
use crate::config::Config;
use crate::i18n::{Key, Locale, key};
use crate::ui::Contact;

/// The parts of the program that are fetched after the first list.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// The controls around the list.
    pub controls: Chunk<Controls>,
    /// The filters' fields.
    pub filters: Chunk<FiltersCode>,
    /// The page of a vehicle.
    pub vehicle: Chunk<VehicleCode>,
    /// The page of the parked vehicles.
    pub parked: Chunk<ParkedCode>,
}

impl Chunks {
    /// The parts of an instance.
    pub fn new() -> Self {
        Self {
            controls: listing::controls_chunk(),
            filters: listing::filters_chunk(),
            vehicle: vehicle::vehicle_chunk(),
            parked: parked::parked_chunk(),
        }
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self::new()
    }
}

/// The visitor's sentence on a failure; the webmaster reads more in the console.
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

/// The ways to reach the dealer, if the embedder named any.
fn contact(config: &Config) -> AnyView {
    let (phone, email) = (config.phone.clone(), config.email.clone());
    view! { <Contact phone email /> }.into_any()
}

/// A message, to be handed to a component.
fn words(locale: Locale, key: Key) -> Signal<String> {
    Signal::derive(move || locale.message(key).to_owned())
}
