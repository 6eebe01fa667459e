//! Loads the whole stock where it is small, after the first list and while the device is idle, and
//! anew when it has grown old.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint;
use autengo_api::list::List;
use autengo_api::local::Stock;
use autengo_api::plan::{Domains, plan};
use autengo_api::query::{Order, VehicleQuery};
use autengo_api::state::Search as Choices;
use autengo_api::vehicle::PublicVehicle;
use js_sys::Date;
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

/// How old it may be when the page is seen again, in milliseconds.
const FRESH: f64 = 15.0 * 60.0 * 1000.0;

/// The whole stock, as it came.
struct Loaded {
    language: Language,
    stock: Stock,
    /// In milliseconds, as the device's clock shows it.
    at: f64,
    /// How often the list had been asked for again.
    tries: u32,
}

/// Loads it once in each language, and anew when the page is seen again after a while, or the
/// visitor asks for it; until then the old one answers. Tells it the makes and models as they become
/// known.
pub fn load_whole_stock(search: &Search) {
    if device::saves_data() {
        return;
    }
    let loaded = RwSignal::new(None::<Loaded>);
    let (results, labels, local) = (search.results, search.labels, search.local);
    let is_settled = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or(false) || results.with(|remote| matches!(remote, Remote::Ready(_)))
    });
    let seen = RwSignal::new(0_u32);
    let note = move || {
        seen.try_update(|seen| *seen += 1);
    };
    device::when_seen(note, || ());
    let searched = search.clone();
    Effect::new(move |_| {
        let (language, tries) = (labels.locale().language(), results.tries());
        seen.track();
        let now = Date::now();
        let before = loaded.with_untracked(|loaded| {
            let loaded = loaded.as_ref().filter(|loaded| loaded.language == language)?;
            Some(loaded.tries == tries && now - loaded.at < FRESH)
        });
        if !is_settled.get() || before == Some(true) {
            return;
        }
        let search = searched.clone();
        on_cleanup(move || local.set_coming(false));
        spawn_local_scoped_with_cancellation(async move {
            match fetch(&search, language, before.is_none()).await {
                Some(Some(vehicles)) => {
                    labels.learn(language, &vehicles);
                    let stock = Stock::new(vehicles, search.config.preset.order);
                    loaded.set(Some(Loaded { language, stock, at: now, tries }));
                }
                // What was there is no longer whole.
                Some(None) if before.is_some() => {
                    loaded.set(None);
                    local.unset();
                }
                Some(None) | None => {}
            }
            local.set_coming(false);
        });
    });
    let stock = search.stock;
    Effect::new(move |before: Option<Option<(f64, Language)>>| {
        let told = loaded.with(|loaded| {
            let Loaded { language, stock: whole, at, .. } = loaded.as_ref()?;
            local.set(*language, Arc::new(stock.tell(whole.clone())));
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

/// All vehicles under the embedder's preset, in its order; none if they are too many, `None` if they
/// did not come whole. The list that `is_first` stands by tells how many there are.
async fn fetch(
    search: &Search,
    language: Language,
    is_first: bool,
) -> Option<Option<Vec<Arc<PublicVehicle>>>> {
    let preset = &search.config.preset;
    let most = search.config.local_up_to;
    let Ok(mut query) = plan(&Choices::default(), preset, &Domains::default()) else {
        return Some(None);
    };
    let ask = async |query: &VehicleQuery| {
        schedule::idle().await;
        let request = endpoint::vehicles::<Arc<PublicVehicle>>(query);
        search.client.send_in_turn(&request, language).await.ok()
    };
    // A list without filters has told already how many there are.
    let total = match search.total_of_stock().filter(|_| is_first) {
        Some(total) => total,
        None => ask(&VehicleQuery { limit: Some(1), ..query.clone() }).await?.total,
    };
    if total == 0 || total > most {
        return Some(None);
    }
    search.local.set_coming(is_first);
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
