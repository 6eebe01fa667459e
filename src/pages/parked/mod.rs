//! The way to the parked vehicles, whose code is fetched when it is needed.

mod list;

use leptos::prelude::*;

use super::Chunks;
use super::lazy::lazy_page;
use crate::chunk::chunk;
use crate::search::Search;
use list::ParkedList;

/// The code of the page of the parked vehicles.
#[derive(Clone, Copy)]
pub struct ParkedCode {
    page: fn(Search) -> AnyView,
}

chunk! {
    /// The part of the program that shows the parked vehicles.
    pub(super) fn parked_chunk() -> Chunk<ParkedCode>, in parked:
    ParkedCode { page: |search| view! { <ParkedList search /> }.into_any() }
}

/// The page of the parked vehicles, as soon as its code is there.
#[component]
pub fn ParkedPage(
    /// The search, to go back to.
    search: Search,
    /// The parts of the program.
    chunks: Chunks,
) -> impl IntoView {
    lazy_page(chunks.parked, search.config(), move |code| (code.page)(search))
}
