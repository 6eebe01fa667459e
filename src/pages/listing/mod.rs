//! The list: what was found, and around it what visitors change it with.

mod card;
mod controls;
mod filters;
mod results;

use leptos::prelude::*;

use super::Chunks;
use crate::i18n::{Locale, key};
use crate::parked::Parked;
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{element, heading, maybe, text};
use controls::{Place, controls};
use results::ResultList;

pub(super) use card::{card, offered};
pub(super) use controls::fetch_controls;
pub(super) use filters::fetch_filters;

/// The page that lists vehicles.
#[component]
pub fn Listing(
    /// The search.
    search: Search,
    /// What is fetched after the first list.
    chunks: Chunks,
) -> AnyView {
    let (locale, parked) = (expect_context::<Locale>(), expect_context::<Parked>());
    let (nav, results) = (search.nav, search.results);
    let has_filters = Memo::new(move |_| nav.with(|state| state.search.has_filters()));
    Effect::new(move |_| {
        // They say what the list was narrowed to.
        if has_filters.get() {
            chunks.controls.load();
        }
    });
    let total = move || results.with(|remote| remote.latest().map(|list| list.total));
    let count = move || match total() {
        Some(total) => locale.count(total, key::COUNT_ONE, key::COUNT_OTHER),
        None if results.with(Remote::is_loading) => locale.message(key::COUNT_LOADING).to_owned(),
        None => locale.message(key::RESULTS_LABEL).to_owned(),
    };
    // What stands beside the count is higher than its line, and has its room from the start.
    let is_high = search.config.language_switch || untrack(|| parked.count()) > 0;
    let count = element("span")
        .attr("role", "status")
        .maybe("data-total", maybe(move || total().map(|total| total.to_string())))
        .live_text(text(count));
    element("div")
        .class("listing")
        .with(
            element("header")
                .class(if is_high { "toolbar toolbar--high" } else { "toolbar" })
                .with(heading(search.config.heading_level).class("toolbar__count").with(count))
                .part(controls(Place::Toolbar, &search, chunks)),
        )
        .part(controls(Place::Chips, &search, chunks))
        .with(
            element("div")
                .class("listing__body")
                .part(controls(Place::Filters, &search, chunks))
                .view(view! { <ResultList search has_filters chunks /> }.into_any()),
        )
        .into_any()
}
