//! The pages of the widget: the list, and a vehicle of it.

mod detail;
mod listing;

pub use detail::Detail;
pub use listing::Listing;

use autengo_api::endpoint::ApiError;
use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;

use crate::client::Failure;
use crate::i18n::{Key, Locale, key};

/// What a visitor is told of a failure; the webmaster reads more in the console.
fn sentence(failure: &Failure) -> Key {
    match failure {
        Failure::Network(_) => key::ERROR_NETWORK,
        Failure::Timeout => key::ERROR_TIMEOUT,
        Failure::Api(ApiError::Unauthorized(_) | ApiError::NotFound) => key::ERROR_REFUSED,
        Failure::Api(ApiError::TooManyRequests) => key::ERROR_BUSY,
        Failure::Api(ApiError::Invalid(_)) => key::ERROR_INVALID,
        Failure::Api(ApiError::Status(_) | ApiError::Unreadable(_)) => key::ERROR_SERVER,
    }
}

/// A coded value in words, tracked: the API's own, else the documented ones, else its key.
fn coded(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    let coded = vehicle.coded(field)?;
    let documented = || locale.label(&format!("value.{}.{}", field.name(), coded.key));
    Some(coded.text.or_else(documented).unwrap_or(&coded.key).to_owned())
}

/// A message, to be handed to a component.
fn words(locale: Locale, key: Key) -> Signal<String> {
    Signal::derive(move || locale.message(key).to_owned())
}
