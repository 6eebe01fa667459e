//! The widget: what its parts share, and the page that the state asks for.

use std::sync::Arc;

use autengo_api::state::State;
use leptos::prelude::*;

use crate::chunk::{Chunk, Missing, chunk, now};
use crate::client::{Client, Prefetched};
use crate::config::Config;
use crate::device::Connection;
use crate::host::{self, Host};
use crate::i18n::Locale;
use crate::nav::Nav;
use crate::pages::{Chunks, Later, Listing, ParkedPage, Vehicle};
use crate::parked::Parked;
use crate::schedule::in_frame;
use crate::search::Search;
use crate::ui::{element, maybe, part, text};

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
) -> AnyView {
    let client = Client::new(&config, prefetched);
    let nav = Nav::new(&config.url_key, &host);
    provide_context(client.clone());
    provide_context(nav);
    provide_context(Parked::new());
    provide_context(locale);
    provide_context(host.clone());
    // Before those who ask for it: it is to last as long as the instance.
    Connection::here();
    let new_search = {
        let host = host.clone();
        move |config| Search::new(Arc::new(config), &client, nav, locale, &host)
    };
    let chunks = Chunks::new();
    if nav.is_linked() {
        // Beside what reads the link, not after it.
        chunks.load_for_link(nav.opens_vehicle());
    } else if config.filter.is_none() {
        return show(new_search(config), chunks, locale, host);
    }
    // Few pages say something that has to be read first, and reading takes code of its own.
    let reader = Chunk::new("links", || Box::pin(fetch_reader()));
    let contact = Arc::new(config.clone());
    let page = Callback::new(move |()| {
        let search = now(linked(config.clone(), Box::new(new_search.clone())))?;
        Some(show(search, chunks, locale, host.clone()))
    });
    view! { <Later chunk=reader config=contact page /> }.into_any()
}

chunk! {
    mod links, fetched by fetch_reader;
    /// The search that the embedder's preset and the page's URL ask for.
    fn linked(config: Config, new_search: Box<dyn FnOnce(Config) -> Search>) -> Result<Search, Missing> {
        let mut config = config;
        for problem in config.read_filter() {
            host::warn(&problem);
        }
        let search = new_search(config);
        search.follow_links();
        Ok(search)
    }
}

/// The pages of the widget, the one that the state asks for shown.
fn show(search: Search, chunks: Chunks, locale: Locale, host: Host) -> AnyView {
    let nav = search.nav;
    fetch_the_controls(&search, chunks);
    announce_ready(&search, &host);
    follow_page(nav, host);

    let page = Memo::new(move |_| nav.with(Page::of));
    let open = Memo::new(move |_| nav.with(|state| state.vehicle.clone()));
    let is_listing = move || page.get() == Page::List;
    // The list stays while something else is open, so that Back finds it as it was.
    let has_listing =
        Memo::new(move |was: Option<&bool>| was.copied().unwrap_or(false) || is_listing());
    let is_parked = Memo::new(move |_| nav.with(|state| state.is_parked));
    let (listing, parked) = (search.clone(), search.clone());
    let hidden = |hidden: bool| hidden.then(String::new);
    element("div")
        .class("page")
        .live("lang", text(move || locale.language().code().to_owned()))
        .with(
            element("div")
                .class("page__list")
                .maybe("hidden", maybe(move || hidden(!is_listing())))
                .part(part(move || {
                    let search = listing.clone();
                    has_listing.get().then(|| view! { <Listing search chunks /> }.into_any())
                })),
        )
        .with(
            element("div")
                .class("page__list")
                .maybe("hidden", maybe(move || hidden(page.get() != Page::Parked)))
                .part(part(move || {
                    let search = parked.clone();
                    is_parked.get().then(|| view! { <ParkedPage search chunks /> }.into_any())
                })),
        )
        .part(part(move || {
            let search = search.clone();
            let vehicle = |selling_id| view! { <Vehicle search selling_id chunks /> }.into_any();
            open.get().map(vehicle)
        }))
        .into_any()
}

/// After the first list, asks for what it is changed with.
fn fetch_the_controls(search: &Search, chunks: Chunks) {
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
        results.with(|remote| !remote.is_loading())
            || nav.with(|state| Page::of(state) != Page::List)
    });
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = is_ready.get() || was_ready == Some(true);
        if is_ready && was_ready != Some(true) {
            host.emit("ready", &[]);
        }
        is_ready
    });
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Page {
    List,
    Parked,
    Vehicle(String),
}

impl Page {
    fn of(state: &State) -> Self {
        match &state.vehicle {
            Some(selling_id) => Self::Vehicle(selling_id.clone()),
            None if state.is_parked => Self::Parked,
            None => Self::List,
        }
    }
}

/// Opening a page shows its upper end; coming back shows a list where it was left.
fn follow_page(nav: Nav, host: Host) {
    let page = Memo::new(move |_| nav.with(Page::of));
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        if let Some(before) = before.filter(|before| *before != now) {
            let (host, now) = (host.clone(), now.clone());
            // After the page of the new state stands.
            in_frame(move || match (before, now) {
                (Page::Vehicle(left), Page::List | Page::Parked) => {
                    nav.restore_scroll();
                    let card = format!("[data-vehicle=\"{left}\"] .card__link");
                    host.focus_in_place(&format!(".page__list:not([hidden]) {card}"));
                }
                (_, Page::List) => {
                    nav.restore_scroll();
                    host.focus_in_place(".toolbar__parked");
                }
                (_, Page::Vehicle(_)) => {
                    host.scroll_to_top();
                    host.focus_in_place(".detail__title");
                }
                (_, Page::Parked) => {
                    host.scroll_to_top();
                    host.focus_in_place(".parked__title");
                }
            });
        }
        now
    });
}
