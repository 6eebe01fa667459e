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
use crate::ui::Notice;
use crate::ui::dom::{self, dynamic};
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
    let count = dom::span()
        .attr("role", "status")
        .bind_attr("data-total", move || results.total().map(|total| total.to_string()))
        .bind_text(count);
    let controls = chunks.controls;
    let toolbar = dynamic(move || match controls.state() {
        Remote::Ready(()) => controls.code().map(|code| (code.toolbar)(search)),
        Remote::Failed { .. } => Some(
            view! { <Notice text=key::CONTROLS_FAILED on_retry=move |()| controls.load() /> }
                .into_any(),
        ),
        Remote::Loading { .. } => None,
    });
    dom::div()
        .class("listing")
        .child(
            dom::header()
                .class(if is_high { "toolbar toolbar--high" } else { "toolbar" })
                .child(dom::heading(config.heading_level).class("toolbar__count").child(count))
                .child(toolbar),
        )
        .child(dynamic(move || controls.code().map(|code| (code.chips)(search))))
        .child(
            dom::div()
                .class("listing__body")
                .child(dynamic(move || controls.code().map(|code| (code.filters)(search, chunks))))
                .child(view! { <ResultList search chunks /> }.into_any()),
        )
        .into_any()
}
