//! The cards, or what stands in their place.

use leptos::prelude::*;

use super::card::card;
use super::controls::{Place, control, controls};
use crate::chunk::now;
use crate::client::Failure;
use crate::i18n::{Locale, key};
use crate::offer::today;
use crate::pages::later::Later;
use crate::pages::{Chunks, sentence, words};
use crate::remote::Remote;
use crate::search::{Problem, Search};
use crate::ui::{Contact, Message, Retry, Skeleton, always, element, flag, message, places};

/// How many empty cards stand for a list that is on its way.
const SKELETONS: u32 = 6;
/// How many pictures are likely to be on screen from the start.
const FIRST: usize = 3;

/// What stands in the place of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Skeleton,
    Cards,
    /// Why there is nothing to list.
    Instead,
    Failure(Failure),
}

/// The list with its pages.
#[component]
pub(super) fn ResultList(
    /// The search.
    search: Search,
    /// Whether anything is set that the list is narrowed to.
    has_filters: Memo<bool>,
    /// What is fetched after the first list.
    chunks: Chunks,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let results = search.results;
    // The chips stand above the list: it would move when they came later. But what has come is shown,
    // with them or without.
    let awaits_chips = Memo::new(move |was: Option<&bool>| {
        has_filters.get() && was != Some(&false) && chunks.controls.is_awaited()
    });
    let shown = Memo::new(move |_| {
        results.with(|remote| match (remote.latest(), remote.error()) {
            (_, Some(Problem::TooMany(_) | Problem::Unknown(_) | Problem::TextTooLong)) => {
                Shown::Instead
            }
            _ if awaits_chips.get() => Shown::Skeleton,
            (Some(list), _) if list.items.is_empty() && list.lost == 0 => Shown::Instead,
            (Some(_), _) => Shown::Cards,
            (None, Some(Problem::Failure(failure))) => Shown::Failure(failure.clone()),
            (None, None) => Shown::Skeleton,
        })
    });
    let is_busy = flag(move || results.with(Remote::is_loading));
    let notice = controls(Place::Notice, &search, chunks);
    let body = always(move || {
        let search = search.clone();
        match shown.get() {
            Shown::Skeleton => view! { <Skeleton count=SKELETONS /> }.into_any(),
            Shown::Cards => {
                let pages = controls(Place::Pages, &search, chunks);
                let pages = element("div").class("paging").part(pages);
                view! { <Cards search /> {pages} }.into_any()
            }
            Shown::Instead => {
                let instead = search.clone();
                let page =
                    Callback::new(move |()| now(control(Place::Instead, instead.clone(), chunks)));
                view! { <Later chunk=chunks.controls config=search.config page /> }.into_any()
            }
            Shown::Failure(failure) => {
                let (config, search) = (search.config.clone(), search.clone());
                let level = config.heading_level + 1;
                view! {
                    <Message level is_alert=true title=words(locale, key::ERROR_TITLE) text=words(locale, sentence(&failure))>
                        <Retry on_retry=move |()| search.retry() />
                        <Contact phone=config.phone.clone() email=config.email.clone() />
                    </Message>
                }
                .into_any()
            }
        }
    });
    element("section")
        .class("results")
        .live("aria-label", message(locale, key::RESULTS_LABEL))
        .maybe("aria-busy", is_busy)
        .part(notice)
        .part(body)
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
    let cards = places(move || {
        // A page may stay open over midnight.
        let day = today();
        let items = list.get().map(|list| list.items.clone()).unwrap_or_default();
        let card = |(at, vehicle)| card(&search, vehicle, day, at < FIRST);
        items.into_iter().enumerate().map(card).collect()
    });
    element("ul").class("grid").view(cards).into_any()
}
