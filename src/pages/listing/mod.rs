//! The list, and around it the controls that visitors change it with.

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
use crate::ui::{Notice, element, heading, maybe, part, text};
use results::ResultList;

pub(super) use card::{card, card_in_list};
pub use controls::Controls;
pub(super) use controls::controls_chunk;
pub use filters::FiltersCode;
pub(super) use filters::filters_chunk;

/// The page that lists vehicles.
#[component]
pub fn Listing(
    /// The search.
    search: Search,
    /// The parts of the program.
    chunks: Chunks,
) -> AnyView {
    let (locale, parked) = (expect_context::<Locale>(), expect_context::<Parked>());
    let results = search.results;
    let config = search.config();
    let count = move || match results.total() {
        Some(total) => locale.count(total, key::COUNT_ONE, key::COUNT_OTHER),
        None if results.is_loading() => locale.message(key::COUNT_LOADING).to_owned(),
        None => locale.message(key::RESULTS_LABEL).to_owned(),
    };
    // The controls beside the count are higher than its line, and have their room from the start.
    let is_high = config.language_switch || untrack(|| parked.count()) > 0;
    let count = element("span")
        .attr("role", "status")
        .maybe("data-total", maybe(move || results.total().map(|total| total.to_string())))
        .live_text(text(count));
    let controls = chunks.controls;
    let toolbar = part(move || match controls.state() {
        Remote::Ready(()) => controls.code().map(|code| (code.toolbar)(search)),
        Remote::Failed { .. } => Some(
            view! { <Notice text=key::CONTROLS_FAILED on_retry=move |()| controls.load() /> }
                .into_any(),
        ),
        Remote::Loading { .. } => None,
    });
    element("div")
        .class("listing")
        .with(
            element("header")
                .class(if is_high { "toolbar toolbar--high" } else { "toolbar" })
                .with(heading(config.heading_level).class("toolbar__count").with(count))
                .part(toolbar),
        )
        .part(part(move || controls.code().map(|code| (code.chips)(search))))
        .with(
            element("div")
                .class("listing__body")
                .part(part(move || controls.code().map(|code| (code.filters)(search, chunks))))
                .view(view! { <ResultList search chunks /> }.into_any()),
        )
        .into_any()
}
