//! The way to the parked vehicles, whose code is fetched when it is needed.

mod list;

use leptos::prelude::*;

use super::Chunks;
use super::later::Later;
use crate::chunk::{Missing, chunk, now};
use crate::search::Search;
use list::ParkedList;

chunk! {
    mod parked, fetched by fetch_parked;
    /// The list of parked vehicles.
    pub(super) fn parked(search: Search) -> Result<AnyView, Missing> {
        Ok(view! { <ParkedList search /> }.into_any())
    }
}

/// The list of parked vehicles, as soon as its code is there.
#[component]
pub fn ParkedPage(
    /// The search, to go back to.
    search: Search,
    /// What is fetched after the first list.
    chunks: Chunks,
) -> impl IntoView {
    let shown = search.clone();
    let page = Callback::new(move |()| now(parked(shown.clone())));
    view! { <Later chunk=chunks.parked config=search.config page /> }
}
