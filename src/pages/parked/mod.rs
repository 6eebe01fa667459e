//! The way to the parked vehicles, whose code is fetched when it is needed.

mod list;

use leptos::prelude::*;

use super::Chunks;
use super::lazy::lazy_page;
use crate::chunk::{Chunk, ChunkError, chunk, poll_ready};
use crate::search::Search;
use list::ParkedList;

/// The code of the page of the parked vehicles.
#[derive(Clone, Copy)]
pub struct ParkedCode {
    page: fn(Search) -> AnyView,
}

/// The part of the program that shows the parked vehicles.
pub(super) fn parked_chunk() -> Chunk<ParkedCode> {
    Chunk::new("parked", || Box::pin(fetch_parked()), || poll_ready(code()))
}

chunk! {
    mod parked, fetched by fetch_parked;
    /// The code of the page of the parked vehicles.
    fn code() -> Result<ParkedCode, ChunkError> {
        Ok(ParkedCode { page: |search| view! { <ParkedList search /> }.into_any() })
    }
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
