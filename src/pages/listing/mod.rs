//! The list: search, filters, cards, pages.

mod card;
mod filters;
mod results;
mod toolbar;

use autengo_api::state::State;
use leptos::prelude::*;

use super::Chunks;
use crate::search::{Search, chips};
use crate::ui::{ChipContent, Chips};
use filters::Filters;
use results::ResultList;
use toolbar::Toolbar;

pub(super) use card::{card, offered};
pub(super) use filters::fetch_filters;

use crate::i18n::Locale;

/// The page that lists vehicles.
#[component]
pub fn Listing(
    /// The search.
    search: Search,
    /// What is fetched after the first list.
    chunks: Chunks,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let open_filters = Callback::new(move |()| {
        nav.push(State { has_filters_open: true, ..nav.current() });
    });
    let set = {
        let search = search.clone();
        Memo::new(move |_| chips(&search, locale))
    };
    let shown = Signal::derive(move || {
        let chips = set.get().into_iter();
        chips
            .map(|chip| ChipContent { href: nav.href(&chip.without), label: chip.label })
            .collect::<Vec<_>>()
    });
    // The search text stands beside the button for all to see.
    let count = Signal::derive(move || {
        let text = nav.with(|state| usize::from(!state.search.text.is_empty()));
        set.with(Vec::len).saturating_sub(text)
    });
    let remove = Callback::new(move |at: usize| {
        if let Some(chip) = set.with_untracked(|chips| chips.get(at).cloned()) {
            nav.push(chip.without);
        }
    });
    let (reset_href, reset) = {
        let (address, search) = (search.clone(), search.clone());
        let href = Signal::derive(move || nav.href(&address.reset()));
        (href, Callback::new(move |()| nav.push(untrack(|| search.reset()))))
    };
    view! {
        <div class="listing">
            <Toolbar search=search.clone() filters=count on_filters=open_filters />
            <Chips chips=shown on_remove=remove reset_href=reset_href on_reset=reset />
            <div class="listing__body">
                <Filters search=search.clone() chunk=chunks.filters reset_href=reset_href on_reset=reset />
                <ResultList search=search filters=chunks.filters reset_href=reset_href on_reset=reset />
            </div>
        </div>
    }
}
