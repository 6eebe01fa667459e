//! The widget: what its parts share, and the page that the state asks for.

mod links;
mod stages;

use autengo_api::id::SellingId;
use autengo_search::state::{State, View};
use leptos::prelude::*;

use crate::client::{Client, Prefetched};
use crate::config::Config;
use crate::device::Connection;
use crate::host::Host;
use crate::i18n::Locale;
use crate::nav::Nav;
use crate::pages::{Chunks, Listing, ParkedPage, VehiclePage, lazy_page};
use crate::parked::Parked;
use crate::schedule::in_frame;
use crate::search::Search;
use crate::ui::dom::{self, Element, dynamic};

pub use stages::Stages;

/// The whole widget.
#[component]
pub fn App(
    /// The embedder's settings.
    config: Config,
    /// The element that the widget fills.
    host: Host,
    /// The language, which the host page may change.
    locale: Locale,
    /// The answer that the loader asked for while the program was loading.
    prefetched: Option<Prefetched>,
) -> AnyView {
    let client = Client::new(&config, &host, prefetched);
    let nav = Nav::new(&config.url_key, &host);
    provide_context(client.clone());
    provide_context(Parked::new());
    provide_context(locale);
    provide_context(host.clone());
    // Before anybody else asks for it: it is to last as long as the instance.
    Connection::here();
    let has_preset = config.filter.is_some();
    let search = Search::new(config, &client, &host, nav, locale);
    let chunks = Chunks::new();
    let stages = Stages { search, chunks };
    let pages = move || pages(search, chunks, host.clone());
    if nav.is_linked() || has_preset {
        let links = stages.start_with_links();
        lazy_page(links, search.config(), move |_| pages())
    } else {
        stages.start();
        pages()
    }
}

/// The pages of the widget, the one that the state asks for shown.
fn pages(search: Search, chunks: Chunks, host: Host) -> AnyView {
    let nav = search.nav;
    focus_page(nav, host, chunks);
    let open = Memo::new(move |_| nav.with(|state| state.vehicle.clone()));
    let view = Memo::new(move |_| nav.with(|state| state.view));
    // The list stays while something else is open, so that Back finds it as it was.
    let has_listing = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or(false) || nav.with(|state| is_shown(state, View::Search))
    });
    dom::div()
        .class("page")
        .bind_attr("lang", move || search.locale.language().code())
        .child(list_page(nav, View::Search).child(dynamic(move || {
            has_listing.get().then(|| view! { <Listing search chunks /> }.into_any())
        })))
        .child(list_page(nav, View::Parked).child(dynamic(move || {
            (view.get() == View::Parked).then(|| view! { <ParkedPage search chunks /> }.into_any())
        })))
        .child(dynamic(move || {
            let selling_id = open.get()?;
            Some(view! { <VehiclePage search selling_id chunks /> }.into_any())
        }))
        .into_any()
}

/// The place of a list, hidden while something else is shown.
fn list_page(nav: Nav, view: View) -> Element {
    let is_hidden = Memo::new(move |_| !nav.with(|state| is_shown(state, view)));
    dom::div().class("page__list").toggle_attr("hidden", move || is_hidden.get())
}

/// Whether a list is shown.
fn is_shown(state: &State, view: View) -> bool {
    state.vehicle.is_none() && state.view == view
}

/// The page that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Page {
    List(View),
    Vehicle(SellingId),
}

impl Page {
    fn of(state: &State) -> Self {
        match &state.vehicle {
            Some(selling_id) => Self::Vehicle(selling_id.clone()),
            None => Self::List(state.view),
        }
    }
}

/// Opening a page shows its upper end and moves the focus there; coming back shows a list where it
/// was left, the focus on the way that was taken.
fn focus_page(nav: Nav, host: Host, chunks: Chunks) {
    let page = Memo::new(move |_| nav.with(Page::of));
    // A page whose code is still to come has its title a frame after that.
    let late = |title: &'static str, host: &Host| {
        let host = host.clone();
        move || {
            in_frame(move || {
                if !host.is_left() {
                    host.focus_in_place(title);
                }
            });
        }
    };
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        if let Some(before) = before.filter(|before| *before != now) {
            match &now {
                Page::Vehicle(_) if chunks.vehicle.is_to_come() => {
                    let focus = late(".detail__title", &host);
                    chunks.vehicle.when_ready(move |_| focus());
                }
                Page::List(View::Parked) if chunks.parked.is_to_come() => {
                    let focus = late(".parked__title", &host);
                    chunks.parked.when_ready(move |_| focus());
                }
                _ => {}
            }
            let (host, now) = (host.clone(), now.clone());
            // After the page of the new state stands.
            in_frame(move || match (before, now) {
                (Page::Vehicle(left), Page::List(_)) => {
                    nav.restore_scroll();
                    let card = format!("[data-vehicle=\"{left}\"] .card__link");
                    host.focus_in_place(&format!(".page__list:not([hidden]) {card}"));
                }
                (_, Page::List(View::Search)) => {
                    nav.restore_scroll();
                    host.focus_in_place(".toolbar__parked");
                }
                (_, Page::Vehicle(_)) => {
                    host.scroll_to_top();
                    host.focus_in_place(".detail__title");
                }
                (_, Page::List(View::Parked)) => {
                    host.scroll_to_top();
                    host.focus_in_place(".parked__title");
                }
            });
        }
        now
    });
}
