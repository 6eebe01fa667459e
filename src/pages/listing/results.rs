//! The cards, or what stands in their place.

use leptos::prelude::*;

use super::card::card_in_list;
use crate::client::Failure;
use crate::device::today;
use crate::i18n::{Locale, key};
use crate::pages::{Chunks, contact, lazy_page, sentence, words};
use crate::search::{Problem, Search};
use crate::ui::dom::{self, dynamic, indexed};
use crate::ui::{Message, Retry, Skeleton};

/// The number of empty cards that stand for a list that is on its way.
const SKELETONS: u32 = 6;
/// The number of pictures that are likely to be on screen from the start.
const FIRST: usize = 3;

/// The content in the place of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Skeleton,
    Cards,
    /// The reason why there is nothing to list.
    Empty,
    Failure(Failure),
}

/// The list with its pages.
#[component]
pub(super) fn ResultList(
    /// The search.
    search: Search,
    /// The parts of the program.
    chunks: Chunks,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let Search { nav, results, .. } = search;
    let controls = chunks.controls;
    let has_filters = Memo::new(move |_| nav.with(|state| state.params.has_filters()));
    // The chips stand above the list: it would move when they came later. But a list that has come is
    // shown, with them or without.
    let awaits_chips = Memo::new(move |was: Option<&bool>| {
        has_filters.get() && was != Some(&false) && controls.is_awaited()
    });
    let shown = Memo::new(move |_| {
        results.with(|remote| match (remote.latest(), remote.error()) {
            (_, Some(Problem::TooMany(_) | Problem::Unknown(_) | Problem::TextTooLong)) => {
                Shown::Empty
            }
            _ if awaits_chips.get() => Shown::Skeleton,
            (Some(list), _) if list.items.is_empty() && list.lost == 0 => Shown::Empty,
            (Some(_), _) => Shown::Cards,
            (None, Some(Problem::Failure(failure))) => Shown::Failure(failure.clone()),
            (None, None) => Shown::Skeleton,
        })
    });
    let notices = dynamic(move || controls.code().map(|code| (code.notices)(search)));
    let body = dynamic(move || match shown.get() {
        Shown::Skeleton => view! { <Skeleton count=SKELETONS /> }.into_any(),
        Shown::Cards => {
            let paging = dynamic(move || controls.code().map(|code| (code.paging)(search)));
            let paging = dom::div().class("paging").child(paging);
            view! { <Cards search /> {paging} }.into_any()
        }
        Shown::Empty => {
            lazy_page(controls, search.config(), move |code| (code.empty)(search, chunks))
        }
        Shown::Failure(failure) => {
            let config = search.config();
            let (level, contact) = (config.heading_level + 1, contact(&config));
            view! {
                    <Message level is_alert=true title=words(locale, key::ERROR_TITLE) text=words(locale, sentence(&failure))>
                        <Retry on_retry=move |()| search.retry() />
                        {contact}
                    </Message>
                }
                .into_any()
        }
    });
    dom::section()
        .class("results")
        .attr_message("aria-label", locale, key::RESULTS_LABEL)
        .bind_true("aria-busy", move || results.is_loading())
        .toggle_attr("data-slow", move || results.is_slow())
        .child(notices)
        .child(body)
        .into_any()
}

/// The cards of a page.
#[component]
fn Cards(
    /// The search.
    search: Search,
) -> AnyView {
    let results = search.results;
    let list = Memo::new(move |_| results.with(|remote| remote.latest().cloned()));
    let cards = indexed(move || {
        // A page may stay open over midnight.
        let day = today();
        let items = list.get().map(|list| list.items.clone()).unwrap_or_default();
        let card = |(at, vehicle)| card_in_list(search, vehicle, day, at < FIRST);
        items.into_iter().enumerate().map(card).collect()
    });
    dom::ul().class("grid").child(cards).into_any()
}
