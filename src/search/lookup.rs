//! One vehicle, asked for by its id, and a page of vehicles beside the list.

use std::sync::Arc;

use autengo_api::choice::VehicleState;
use autengo_api::column::Column;
use autengo_api::endpoint::{self, ApiError};
use autengo_api::id::SellingId;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::params::SearchParams;
use autengo_search::plan::{Preset, plan};
use leptos::prelude::*;

use super::Search;
use crate::client::Failure;
use crate::i18n::Language;

/// The API's word on a vehicle.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup {
    /// The vehicle can be bought.
    Available(Arc<PublicVehicle>),
    /// The vehicle cannot be bought, or never could. A sold one may still be told.
    Unavailable(Option<Arc<PublicVehicle>>),
}

impl Lookup {
    /// The vehicle as it is or was.
    pub fn vehicle(&self) -> Option<Arc<PublicVehicle>> {
        match self {
            Self::Available(vehicle) => Some(vehicle.clone()),
            Self::Unavailable(vehicle) => vehicle.clone(),
        }
    }

    /// The same, with the vehicle as it `was` if the API no longer tells.
    #[must_use]
    pub fn or_was(self, was: Option<Arc<PublicVehicle>>) -> Self {
        match self {
            Self::Unavailable(None) => Self::Unavailable(was),
            known => known,
        }
    }
}

impl Search {
    /// Asks the API for a vehicle.
    ///
    /// # Errors
    /// If the API does not answer.
    pub async fn look_up(
        self,
        selling_id: &SellingId,
        language: Language,
    ) -> Result<Lookup, Failure> {
        let request = endpoint::vehicle::<Arc<PublicVehicle>>(selling_id);
        match self.client().send(&request, language).await {
            Ok(Some(vehicle)) if is_for_sale(&vehicle, &self.config().preset) => {
                Ok(Lookup::Available(vehicle))
            }
            Ok(vehicle) => Ok(Lookup::Unavailable(vehicle)),
            Err(Failure::Api(ApiError::NotFound | ApiError::Invalid(_))) => {
                Ok(Lookup::Unavailable(None))
            }
            Err(failure) => Err(failure),
        }
    }

    /// The vehicles that `params` find under the embedder's preset, one page of them, when there is
    /// time for it; none if they cannot be had.
    pub async fn fetch_page(
        self,
        params: SearchParams,
        language: Language,
    ) -> Vec<Arc<PublicVehicle>> {
        let config = self.config();
        let preset = &config.preset;
        if let Some(list) = untrack(|| self.local.page(&params, preset, language)) {
            return list.items;
        }
        let domains = self.values.domains();
        let query = domains.with_untracked(|domains| plan(&params, preset, domains));
        let Ok(query) = query else { return Vec::new() };
        let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
        let list = self.client().send_limited(&request, language).await;
        list.map(|list| list.items).unwrap_or_default()
    }
}

/// Sold vehicles are not for sale, unless the embedder asks for a state.
fn is_for_sale(vehicle: &PublicVehicle, preset: &Preset) -> bool {
    let asks_for_state = !preset.and.get(Column::VehicleState).is_empty()
        || !preset.or.get(Column::VehicleState).is_empty();
    asks_for_state || vehicle.choice() != Some(VehicleState::Sold)
}
