//! Loads the whole stock where it is small, after the first list and while the device is idle.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint;
use autengo_api::list::List;
use autengo_api::local::Stock;
use autengo_api::plan::{Domains, plan};
use autengo_api::query::{Order, VehicleQuery};
use autengo_api::state::Search as Choices;
use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Search;
use super::local::Answers;
use crate::device;
use crate::i18n::Language;
use crate::remote::Remote;
use crate::schedule;

/// How many vehicles are asked for at once.
const PAGE: u32 = 100;

impl Answers for Stock {
    fn find(
        &self,
        choices: &Choices,
        order: Order,
        limit: u32,
    ) -> Option<List<Arc<PublicVehicle>>> {
        self.find(choices, order, limit)
    }

    fn counts(&self, choices: &Choices, column: Column) -> Option<Vec<(String, u32)>> {
        self.counts(choices, column)
    }
}

/// Loads it once in each language, and tells it the makes and models as they become known.
pub fn load_whole_stock(search: &Search) {
    if device::saves_data() {
        return;
    }
    let loaded = RwSignal::new(None::<(Language, Stock)>);
    let (results, labels, local) = (search.results, search.labels, search.local);
    let is_settled = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or(false) || results.with(|remote| matches!(remote, Remote::Ready(_)))
    });
    let searched = search.clone();
    Effect::new(move |_| {
        let language = labels.locale().language();
        let is_there = loaded
            .with_untracked(|loaded| loaded.as_ref().is_some_and(|(known, _)| *known == language));
        if !is_settled.get() || is_there {
            return;
        }
        let search = searched.clone();
        on_cleanup(move || local.set_coming(false));
        spawn_local_scoped_with_cancellation(async move {
            if let Some(vehicles) = fetch(&search, language).await {
                labels.learn(language, &vehicles);
                loaded.set(Some((language, Stock::new(vehicles, search.config.preset.order))));
            }
            local.set_coming(false);
        });
    });
    let stock = search.stock;
    Effect::new(move |_| {
        let Some((language, whole)) = loaded.get() else { return };
        local.set(language, Arc::new(stock.tell(whole)));
    });
}

/// All vehicles under the embedder's preset, in its order; `None` if they are too many, or did not
/// come whole.
async fn fetch(search: &Search, language: Language) -> Option<Vec<Arc<PublicVehicle>>> {
    let preset = &search.config.preset;
    let most = search.config.local_up_to;
    let mut query = plan(&Choices::default(), preset, &Domains::default()).ok()?;
    let ask = async |query: &VehicleQuery| {
        schedule::idle().await;
        let request = endpoint::vehicles::<Arc<PublicVehicle>>(query);
        search.client.send_in_turn(&request, language).await.ok()
    };
    // A list without filters has told already how many there are.
    let total = match search.total_of_stock() {
        Some(total) => total,
        None => ask(&VehicleQuery { limit: Some(1), ..query.clone() }).await?.total,
    };
    if total == 0 || total > most {
        return None;
    }
    search.local.set_coming(true);
    let mut vehicles = Vec::new();
    query.limit = Some(PAGE);
    while vehicles.len() < total as usize {
        query.offset = u32::try_from(vehicles.len()).ok()?;
        let page = ask(&query).await?;
        // A stock that changes meanwhile, or cannot be read, is left to the server.
        if page.total != total || page.lost > 0 || page.items.is_empty() {
            return None;
        }
        vehicles.extend(page.items);
    }
    let is_double = |(at, vehicle): (usize, &Arc<PublicVehicle>)| {
        vehicles[..at].iter().any(|before| before.selling_id() == vehicle.selling_id())
    };
    (!vehicles.iter().enumerate().any(is_double)).then_some(vehicles)
}
