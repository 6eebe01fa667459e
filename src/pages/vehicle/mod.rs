//! The page of a vehicle, whose code is fetched apart from the list's.

mod article;
mod data;
mod description;
mod detail;
mod fields;
mod head;
mod json_ld;
mod neighbours;
mod similar;
mod value;

use autengo_api::id::SellingId;
use leptos::prelude::*;

use super::Chunks;
use super::lazy::lazy_page;
use crate::chunk::chunk;
use crate::host::Host;
use crate::search::Search;
use detail::Detail;

/// The styles of the page.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/vehicle.css"));

/// The code of the page of a vehicle.
#[derive(Clone, Copy)]
pub struct VehicleCode {
    page: fn(Search, SellingId) -> AnyView,
}

chunk! {
    /// The part of the program that shows a vehicle.
    pub(super) fn vehicle_chunk() -> Chunk<VehicleCode>, in vehicle:
    VehicleCode { page }
}

fn page(search: Search, selling_id: SellingId) -> AnyView {
    expect_context::<Host>().adopt("vehicle", STYLES);
    view! { <Detail search selling_id /> }.into_any()
}

/// The page of a vehicle, as soon as its code is there.
#[component]
pub fn VehiclePage(
    /// The search, to go back to.
    search: Search,
    /// The vehicle.
    selling_id: SellingId,
    /// The parts of the program.
    chunks: Chunks,
) -> impl IntoView {
    lazy_page(chunks.vehicle, search.config(), move |code| (code.page)(search, selling_id.clone()))
}
