//! What visitors change the list with: search, order, filters, pages. The list comes first; the
//! code of these is fetched after it.

mod chips;
mod instead;
mod paging;
mod toolbar;

use leptos::prelude::*;

use super::filters::Filters;
use crate::chunk::{Missing, chunk, now};
use crate::i18n::key;
use crate::inquiry::news;
use crate::pages::Chunks;
use crate::parked::Parked;
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Notice, Part, part};
use chips::SetFilters;
use instead::Instead;
use paging::Paging;
use toolbar::Tools;

/// Where they stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Place {
    /// Above the list, beside the count.
    Toolbar,
    /// Below the toolbar: what is set.
    Chips,
    /// Beside the list.
    Filters,
    /// At the list's head: what became of inquiries, and that the list is old.
    Notice,
    /// In the list's place, where there is nothing to list.
    Instead,
    /// Below the list.
    Pages,
}

chunk! {
    mod controls, fetched by fetch_controls;
    /// What stands in a place.
    pub(in crate::pages) fn control(place: Place, search: Search, chunks: Chunks) -> Result<AnyView, Missing> {
        Ok(match place {
            Place::Toolbar => {
                search.follow();
                expect_context::<Parked>().follow();
                load_rest(&search, chunks);
                view! { <Tools search /> }.into_any()
            }
            Place::Chips => view! { <SetFilters search /> }.into_any(),
            Place::Filters => view! { <Filters search chunk=chunks.filters /> }.into_any(),
            Place::Notice => {
                view! { {news(search.nav)} {instead::notice(&search)} }.into_any()
            }
            Place::Instead => view! { <Instead search filters=chunks.filters /> }.into_any(),
            Place::Pages => view! { <Paging search /> }.into_any(),
        })
    }
}

/// What stands in a place, as soon as its code is there.
pub(super) fn controls(place: Place, search: &Search, chunks: Chunks) -> Part {
    let (search, code) = (search.clone(), chunks.controls);
    part(move || match code.state() {
        Remote::Ready(()) => now(control(place, search.clone(), chunks)),
        Remote::Failed { .. } if place == Place::Toolbar => Some(
            view! { <Notice text=key::CONTROLS_FAILED on_retry=move |()| code.load() /> }
                .into_any(),
        ),
        Remote::Failed { .. } | Remote::Loading { .. } => None,
    })
}

/// After the first list, asks for what it is changed with less often.
fn load_rest(search: &Search, chunks: Chunks) {
    let results = search.results;
    Effect::new(move |_| {
        if results.with(|remote| !remote.is_loading()) {
            chunks.load_rest();
        }
    });
}

/// The address without any filters, and the way there.
pub(super) fn reset(search: &Search) -> (Signal<String>, Callback<()>) {
    let (nav, linked, followed) = (search.nav, search.clone(), search.clone());
    let href = Signal::derive(move || nav.href(&linked.reset()));
    (href, Callback::new(move |()| nav.push(untrack(|| followed.reset()))))
}
