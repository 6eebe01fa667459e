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
use crate::ui::{Heading, maybe, text};
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
) -> impl IntoView {
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
    view! {
        <div class="listing">
            <header class="toolbar" class:toolbar--high=is_high>
                <Heading level=search.config.heading_level class="toolbar__count">
                    <span role="status" data-total=maybe(move || total().map(|total| total.to_string()))>{text(count)}</span>
                </Heading>
                {controls(Place::Toolbar, &search, chunks)}
            </header>
            {controls(Place::Chips, &search, chunks)}
            <div class="listing__body">
                {controls(Place::Filters, &search, chunks)}
                <ResultList search has_filters chunks />
            </div>
        </div>
    }
}
