//! One vehicle, asked for by its id.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint::{self, ApiError};
use autengo_api::plan::Preset;
use autengo_api::vehicle::{Field, PublicVehicle};

use super::Search;
use crate::client::Failure;
use crate::i18n::Language;

impl Search {
    /// A vehicle; `None` if it is no longer for sale, or never was.
    ///
    /// # Errors
    /// If the API does not tell.
    pub async fn fetch(
        &self,
        selling_id: &str,
        language: Language,
    ) -> Result<Option<Arc<PublicVehicle>>, Failure> {
        let request = endpoint::vehicle::<Arc<PublicVehicle>>(selling_id);
        match self.client.send(&request, language).await {
            Err(Failure::Api(ApiError::NotFound | ApiError::Invalid(_))) => Ok(None),
            answer => {
                let preset = &self.config.preset;
                answer.map(|found| found.filter(|vehicle| is_for_sale(vehicle, preset)))
            }
        }
    }
}

/// What is sold is not, unless the embedder asks for it.
fn is_for_sale(vehicle: &PublicVehicle, preset: &Preset) -> bool {
    let asks_for_state = !preset.all.get(Column::VehicleState).is_empty()
        || !preset.any.get(Column::VehicleState).is_empty();
    asks_for_state || vehicle.coded(Field::VehicleState).is_none_or(|state| state.key != "sold")
}
