//! The vehicles before and after this one in the list it was found by.

use std::sync::Arc;

use autengo_api::id::SellingId;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::state::View;
use leptos::prelude::*;

use crate::client::Failure;
use crate::i18n::{Locale, key};
use crate::nav::Link;
use crate::remote::{Fetch, Step};
use crate::search::Search;
use crate::ui::dom::{self, dynamic};
use crate::ui::{Symbol, icon, link};

/// The vehicle's place in the list.
#[derive(Clone, Copy)]
struct Place {
    /// Before it, over all pages.
    before: u32,
    /// Before it on its page.
    on_page: u32,
    /// Whether its page has no vehicle after it.
    is_last: bool,
    total: u32,
}

/// The ways to the vehicles before and after; none for a vehicle that was not found by a list.
#[component]
pub(super) fn Neighbours(
    /// The search.
    search: Search,
    /// The vehicle.
    selling_id: SellingId,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let id = StoredValue::new(selling_id);
    // The vehicle between its neighbours, where one of these is on another page of the list.
    let window = Fetch::<Vec<Arc<PublicVehicle>>, Failure>::new(None);
    let Search { results, nav, .. } = search;
    let place = move || {
        let (offset, view) = nav.with(|state| (state.params.offset(), state.view));
        results.with(|remote| {
            let list = remote.latest().filter(|_| !remote.is_loading() && view == View::Search)?;
            let is_it = |vehicle: &Arc<PublicVehicle>| *vehicle.selling_id() == *id.read_value();
            let on_page = u32::try_from(list.items.iter().position(is_it)?).ok()?;
            let is_last = on_page as usize + 1 == list.items.len();
            Some(Place { before: offset + on_page, on_page, is_last, total: list.total })
        })
    };
    window.start(move || {
        let Some(place) = place() else { return Step::Rest };
        let is_first = place.on_page == 0 && place.before > 0;
        let is_last = place.is_last && place.before + 1 < place.total;
        if !is_first && !is_last {
            return Step::Rest;
        }
        let language = locale.language();
        let params = nav.current().params.page(place.before.saturating_sub(1), 3);
        Step::send(async move { Ok(search.fetch_page(params, language).await) })
    });
    let ways = move |forward: bool| {
        dynamic(move || {
            let place = place()?;
            let step = |items: &[Arc<PublicVehicle>]| {
                let at = items.iter().position(|it| *it.selling_id() == *id.read_value())?;
                let at = if forward { at + 1 } else { at.checked_sub(1)? };
                items.get(at).cloned()
            };
            let vehicle = results.with(|remote| step(&remote.latest()?.items));
            let vehicle = vehicle.or_else(|| window.with(|window| step(window.latest()?)))?;
            let at = if forward { place.before + 1 } else { place.before.checked_sub(1)? };
            let size = search.page_size().max(1);
            let way = nav.link(move |state| {
                state.open(vehicle.selling_id());
                // The page of the list goes along.
                state.params.set_offset(at / size * size);
            });
            Some(link_to(way, forward, locale))
        })
    };
    let said = move || {
        let Some(place) = place() else { return String::new() };
        let number = |number: u32| locale.number(f64::from(number), 0);
        let (number, count) = (number(place.before + 1), number(place.total));
        locale.fill(key::DETAIL_POSITION, &[("number", &number), ("count", &count)])
    };
    let (before, after) = (ways(false), ways(true));
    dom::nav()
        .class("neighbours")
        .bind_true("hidden", move || place().is_none())
        .attr_message("aria-label", locale, key::DETAIL_NEIGHBOURS)
        .child(before)
        .child(dom::span().class("neighbours__place").bind_text(said))
        .child(after)
        .into_any()
}

/// A link to a neighbour.
fn link_to(way: Link, forward: bool, locale: Locale) -> AnyView {
    let (symbol, name) = if forward {
        (Symbol::Next, key::DETAIL_NEXT)
    } else {
        (Symbol::Previous, key::DETAIL_PREVIOUS)
    };
    link(way.href, way.on_follow)
        .class("neighbours__way")
        .child(icon(symbol))
        .child(dom::span().class("neighbours__name").message(locale, name))
        .into_any()
}
