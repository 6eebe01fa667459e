//! The widget: what its parts share, and the page that the state asks for.

use std::sync::Arc;

use leptos::prelude::*;

use crate::client::{Client, Prefetched};
use crate::config::Config;
use crate::host::Host;
use crate::i18n::Locale;
use crate::nav::Nav;
use crate::pages::{Chunks, Listing, Vehicle};
use crate::search::Search;
use crate::ui::part;

/// The whole widget.
#[component]
pub fn App(
    /// The embedder's settings.
    config: Config,
    /// The element that the widget fills.
    host: Host,
    /// The language, which the host page may change.
    locale: Locale,
    /// What the loader asked for while the program was loading.
    prefetched: Option<Prefetched>,
) -> impl IntoView {
    let client = Client::new(&config, prefetched);
    let nav = Nav::new(&config.url_key);
    let search = Search::new(Arc::new(config), &client, nav, locale, &host);
    provide_context(client);
    provide_context(nav);
    provide_context(locale);
    provide_context(host.clone());
    let chunks = Chunks::new();

    fetch_the_rest(&search, chunks);
    announce_ready(&search, &host);
    follow_vehicle(nav, host);

    let open = Memo::new(move |_| nav.with(|state| state.vehicle.clone()));
    let is_listing = move || open.with(Option::is_none);
    // The list stays while a vehicle is open, so that Back finds it as it was.
    let has_listing =
        Memo::new(move |was: Option<&bool>| was.copied().unwrap_or(false) || is_listing());
    let listing = search.clone();
    view! {
        <div class="page" lang=move || locale.language().code()>
            <div class="page__list" hidden=move || !is_listing()>
                {part(move || has_listing.get().then(|| view! { <Listing search=listing.clone() chunks /> }.into_any()))}
            </div>
            {part(move || open.get().map(|selling_id| view! { <Vehicle search=search.clone() selling_id chunks /> }.into_any()))}
        </div>
    }
}

/// After the first list, asks for what it did not need.
fn fetch_the_rest(search: &Search, chunks: Chunks) {
    let results = search.results;
    Effect::new(move |_| {
        if results.with(|remote| !remote.is_loading()) {
            chunks.load();
        }
    });
}

/// Tells the page once that the first list, or what stands in its place, is there.
fn announce_ready(search: &Search, host: &Host) {
    let (results, nav, host) = (search.results, search.nav, host.clone());
    let is_ready = Memo::new(move |_| {
        results.with(|remote| !remote.is_loading()) || nav.with(|state| state.vehicle.is_some())
    });
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = is_ready.get() || was_ready == Some(true);
        if is_ready && was_ready != Some(true) {
            host.emit("ready", &[]);
        }
        is_ready
    });
}

/// Opening a vehicle shows its upper end; coming back shows the list where it was left.
fn follow_vehicle(nav: Nav, host: Host) {
    let vehicle = Memo::new(move |_| nav.with(|state| state.vehicle.clone()));
    Effect::new(move |before: Option<Option<String>>| {
        let now = vehicle.get();
        if let Some(before) = before {
            let host = host.clone();
            let to_list = now.is_none().then_some(before).flatten();
            let is_open = now.is_some();
            // After the page of the new state stands.
            request_animation_frame(move || {
                if is_open {
                    host.scroll_to_top();
                    host.focus_in_place(".detail__title");
                } else if let Some(left) = to_list {
                    nav.restore_scroll();
                    host.focus_in_place(&format!("[data-vehicle=\"{left}\"] .card__link"));
                }
            });
        }
        now
    });
}
