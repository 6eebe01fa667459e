//! The way to the page of a vehicle, whose code is fetched apart from the list's.

use leptos::prelude::*;

use super::later::Later;
use super::{Chunks, Detail};
use crate::chunk::{Missing, chunk, now};
use crate::host::Host;
use crate::search::Search;

/// The styles of the page.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/vehicle.css"));

chunk! {
    mod vehicle, fetched by fetch_detail;
    /// The page of a vehicle.
    pub(super) fn detail(search: Search, selling_id: String) -> Result<AnyView, Missing> {
        expect_context::<Host>().adopt("vehicle", STYLES);
        Ok(view! { <Detail search selling_id /> }.into_any())
    }
}

/// The page of a vehicle, as soon as its code is there.
#[component]
pub fn Vehicle(
    /// The search, to go back to.
    search: Search,
    /// The vehicle.
    selling_id: String,
    /// What is fetched after the first list.
    chunks: Chunks,
) -> impl IntoView {
    let shown = search.clone();
    let page = Callback::new(move |()| now(detail(shown.clone(), selling_id.clone())));
    view! { <Later chunk=chunks.vehicle config=search.config page /> }
}
