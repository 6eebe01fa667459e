//! Loads the whole stock where it is small, after the first list and while the device is idle, and
//! anew when it has grown old.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint;
use autengo_api::list::List;
use autengo_api::query::{Order, VehicleQuery};
use autengo_api::vehicle::PublicVehicle;
use autengo_search::local::LocalIndex;
use autengo_search::params::SearchParams;
use autengo_search::plan::{Domains, plan};
use js_sys::Date;
use leptos::prelude::*;

use super::Search;
use super::local::LocalSearch;
use crate::device;
use crate::i18n::Language;
use crate::remote::{Task, spawn_latest};
use crate::schedule;

/// The number of vehicles that are asked for at once.
const PAGE: u32 = 100;

impl LocalSearch for LocalIndex {
    fn find(
        &self,
        params: &SearchParams,
        order: Order,
        limit: u32,
    ) -> Option<List<Arc<PublicVehicle>>> {
        self.find(params, order, limit)
    }

    fn counts(&self, params: &SearchParams, column: Column) -> Option<Vec<(String, u32)>> {
        self.counts(params, column)
    }
}

/// The age that a stock may have when the page is seen again, in milliseconds.
const FRESH: f64 = 15.0 * 60.0 * 1000.0;

/// The whole stock, as it came.
struct Loaded {
    language: Language,
    stock: LocalIndex,
    /// The time by the device's clock, in milliseconds.
    at: f64,
    /// The number of times that the list had been asked for again.
    tries: u32,
}

/// Loads the stock once in each language, and anew when the page is seen again after a while, or the
/// visitor asks for it; until then the old one answers. Names makes and models as they become known.
pub(super) fn start(search: Search) {
    if device::has_poor_line() {
        return;
    }
    let loaded = RwSignal::new(None::<Loaded>);
    let Search { results, values, labels, local, locale, .. } = search;
    let is_settled =
        Memo::new(move |was: Option<&bool>| was.copied().unwrap_or(false) || results.is_ready());
    let seen = RwSignal::new(0_u32);
    let note = move || {
        seen.try_update(|seen| *seen += 1);
    };
    device::when_seen(note, || ());
    spawn_latest(move || {
        let (language, tries) = (locale.language(), results.tries());
        seen.track();
        let now = Date::now();
        let before = loaded.with_untracked(|loaded| {
            let loaded = loaded.as_ref().filter(|loaded| loaded.language == language)?;
            Some(loaded.tries == tries && now - loaded.at < FRESH)
        });
        if !is_settled.get() || before == Some(true) {
            return None;
        }
        on_cleanup(move || local.set_loading(false));
        let task: Task = Box::pin(async move {
            match load(search, language, before.is_none()).await {
                Some(Some(vehicles)) => {
                    labels.learn(language, &vehicles);
                    let stock = LocalIndex::new(vehicles, search.config().preset.order);
                    loaded.set(Some(Loaded { language, stock, at: now, tries }));
                }
                // The stock that was there is no longer whole.
                Some(None) if before.is_some() => {
                    loaded.set(None);
                    local.clear();
                }
                Some(None) | None => {}
            }
            local.set_loading(false);
        });
        Some(task)
    });
    Effect::new(move |before: Option<Option<(f64, Language)>>| {
        let told = loaded.with(|loaded| {
            let Loaded { language, stock: whole, at, .. } = loaded.as_ref()?;
            local.set(*language, Arc::new(values.name_makes(whole.clone())));
            Some((*at, *language))
        });
        // The list that is shown came from an older one. The first one tells what the list told.
        if let (Some(Some((then, was))), Some((at, language))) = (before, told)
            && (then < at && was == language)
        {
            results.refresh();
        }
        told
    });
}

/// The vehicles under the embedder's preset, in its order; none if they are too many, `None` if
/// they did not come whole. A list without filters tells how many there are, the first time.
async fn load(
    search: Search,
    language: Language,
    is_first: bool,
) -> Option<Option<Vec<Arc<PublicVehicle>>>> {
    let (config, client) = (search.config(), search.client());
    let plan = plan(&SearchParams::default(), &config.preset, &Domains::default());
    let Ok(mut query) = plan else {
        return Some(None);
    };
    let ask = async |query: &VehicleQuery| {
        schedule::idle().await;
        let request = endpoint::vehicles::<Arc<PublicVehicle>>(query);
        client.send_limited(&request, language).await.ok()
    };
    let total = match search.total_of_stock().filter(|_| is_first) {
        Some(total) => total,
        None => ask(&VehicleQuery { limit: Some(1), ..query.clone() }).await?.total,
    };
    if total == 0 || total > config.local_up_to {
        return Some(None);
    }
    search.local.set_loading(is_first);
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
    (!vehicles.iter().enumerate().any(is_double)).then_some(Some(vehicles))
}
