//! One vehicle, asked for by its id, and a few beside the list.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint::{self, ApiError};
use autengo_api::plan::{Preset, plan};
use autengo_api::state::Search as Choices;
use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::{WithUntracked, untrack};

use super::Search;
use crate::client::Failure;
use crate::i18n::Language;

/// What the API tells of a vehicle.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// It can be bought.
    ForSale(Arc<PublicVehicle>),
    /// It cannot, or never could. What has been sold may still be told.
    Gone(Option<Arc<PublicVehicle>>),
}

impl Known {
    /// What it is or was.
    pub fn vehicle(&self) -> Option<Arc<PublicVehicle>> {
        match self {
            Self::ForSale(vehicle) => Some(vehicle.clone()),
            Self::Gone(vehicle) => vehicle.clone(),
        }
    }

    /// The same, with what it was if that is no longer told.
    #[must_use]
    pub fn or_was(self, was: Option<Arc<PublicVehicle>>) -> Self {
        match self {
            Self::Gone(None) => Self::Gone(was),
            known => known,
        }
    }
}

impl Search {
    /// What the API tells of a vehicle.
    ///
    /// # Errors
    /// If it does not tell.
    pub async fn look_up(&self, selling_id: &str, language: Language) -> Result<Known, Failure> {
        let request = endpoint::vehicle::<Arc<PublicVehicle>>(selling_id);
        match self.client.send(&request, language).await {
            Ok(Some(vehicle)) if is_for_sale(&vehicle, &self.config.preset) => {
                Ok(Known::ForSale(vehicle))
            }
            Ok(vehicle) => Ok(Known::Gone(vehicle)),
            Err(Failure::Api(ApiError::NotFound | ApiError::Invalid(_))) => Ok(Known::Gone(None)),
            Err(failure) => Err(failure),
        }
    }

    /// The first vehicles that `choices` find under the embedder's presets, when there is time for
    /// it; none if they cannot be had.
    pub async fn few(&self, choices: &Choices, language: Language) -> Vec<Arc<PublicVehicle>> {
        let order = choices.order.unwrap_or(self.config.preset.order);
        let limit = choices.limit.unwrap_or(self.config.preset.limit);
        let local = untrack(|| self.local.ask(language, |stock| stock.find(choices, order, limit)));
        if let Some(list) = local {
            return list.items;
        }
        let domains = self.stock.domains();
        let query = domains.with_untracked(|domains| plan(choices, &self.config.preset, domains));
        let Ok(query) = query else { return Vec::new() };
        let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
        let list = self.client.send_in_turn(&request, language).await;
        list.map(|list| list.items).unwrap_or_default()
    }
}

/// What is sold is not, unless the embedder asks for it.
fn is_for_sale(vehicle: &PublicVehicle, preset: &Preset) -> bool {
    let asks_for_state = !preset.all.get(Column::VehicleState).is_empty()
        || !preset.any.get(Column::VehicleState).is_empty();
    asks_for_state || vehicle.coded(Field::VehicleState).is_none_or(|state| state.key != "sold")
}
