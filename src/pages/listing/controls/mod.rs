//! What visitors change the list with: search, order, filters, pages. The list comes first; the
//! code of these is fetched after it.

mod chips;
mod empty;
mod paging;
mod toolbar;

use leptos::prelude::*;

use super::filters::Filters;
use crate::chunk::chunk;
use crate::inquiry::news;
use crate::nav::Link;
use crate::pages::Chunks;
use crate::parked::Parked;
use crate::search::Search;
use chips::SetFilters;
use empty::EmptyState;
use paging::Paging;
use toolbar::Toolbar;

/// The code of the controls.
#[derive(Clone, Copy)]
pub struct Controls {
    /// Starts what the first list can do without, among it reading links, unless they are read; it
    /// lives as long as the current owner.
    pub start: fn(Search, bool),
    /// The search, the order and the ways to other pages, beside the count.
    pub(super) toolbar: fn(Search) -> AnyView,
    /// The filters that are set.
    pub(super) chips: fn(Search) -> AnyView,
    /// The filters beside the list.
    pub(super) filters: fn(Search, Chunks) -> AnyView,
    /// The news of inquiries, and that the list is old, at the list's head.
    pub(super) notices: fn(Search) -> AnyView,
    /// The message in the list's place where there is nothing to list.
    pub(super) empty: fn(Search, Chunks) -> AnyView,
    /// The row of pages below the list.
    pub(super) paging: fn(Search) -> AnyView,
}

chunk! {
    /// The part of the program that has the controls.
    pub(in crate::pages) fn controls_chunk() -> Chunk<Controls>, in controls:
    Controls {
        start: |search, are_links_read| {
            if !are_links_read {
                search.sync_with_url();
            }
            search.start_learning();
            expect_context::<Parked>().follow();
        },
        toolbar: |search| view! { <Toolbar search /> }.into_any(),
        chips: |search| view! { <SetFilters search /> }.into_any(),
        filters: |search, chunks| view! { <Filters search chunk=chunks.filters /> }.into_any(),
        notices: |search| view! { {news(search.nav)} {empty::notice(search)} }.into_any(),
        empty: |search, chunks| view! { <EmptyState search filters=chunks.filters /> }.into_any(),
        paging: |search| view! { <Paging search /> }.into_any(),
    }
}

/// The way to the list without any filters.
pub(super) fn reset(search: Search) -> Link {
    search.nav.link(|state| state.params.clear())
}
