//! The vehicles before and after this one in the list it was found by.

use std::sync::Arc;

use autengo_api::state::{Search as Choices, State};
use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::i18n::{Locale, key};
use crate::search::Search;
use crate::ui::{Symbol, effect, element, flag, icon, link, message, part, text};

/// Where the vehicle stands in the list.
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
    selling_id: String,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let id = StoredValue::new(selling_id);
    // The vehicle between its neighbours, where one of these is on another page of the list.
    let window = RwSignal::new(Vec::<Arc<PublicVehicle>>::new());
    let (results, nav) = (search.results, search.nav);
    let place = move || {
        let (offset, is_parked) = nav.with(|state| (state.search.offset, state.is_parked));
        results.with(|remote| {
            let list = remote.latest().filter(|_| !remote.is_loading() && !is_parked)?;
            let is_it =
                |vehicle: &Arc<PublicVehicle>| vehicle.selling_id() == id.read_value().as_str();
            let on_page = u32::try_from(list.items.iter().position(is_it)?).ok()?;
            let is_last = on_page as usize + 1 == list.items.len();
            Some(Place { before: offset + on_page, on_page, is_last, total: list.total })
        })
    };
    let asking = search.clone();
    effect(move || {
        let Some(place) = place() else { return };
        let is_first = place.on_page == 0 && place.before > 0;
        let is_last = place.is_last && place.before + 1 < place.total;
        if !is_first && !is_last {
            return;
        }
        let (search, language) = (asking.clone(), locale.language());
        spawn_local_scoped_with_cancellation(async move {
            let choices = search.nav.current().search;
            let offset = place.before.saturating_sub(1);
            window.set(search.few(&Choices { offset, limit: Some(3), ..choices }, language).await);
        });
    });
    let ways = move |forward: bool| {
        let search = search.clone();
        part(move || {
            let place = place()?;
            let step = |items: &[Arc<PublicVehicle>]| {
                let at = items.iter().position(|it| it.selling_id() == id.read_value().as_str())?;
                let at = if forward { at + 1 } else { at.checked_sub(1)? };
                items.get(at).cloned()
            };
            let vehicle = results.with(|remote| step(&remote.latest()?.items));
            let vehicle = vehicle.or_else(|| window.with(|window| step(window)))?;
            let mut state = search.with_vehicle(Some(vehicle.selling_id()));
            // The page of the list goes along.
            let at = if forward { place.before + 1 } else { place.before.checked_sub(1)? };
            let size = search.page_size().max(1);
            state.search.offset = at / size * size;
            Some(way(&search, state, forward, locale))
        })
    };
    let said = move || {
        let Some(place) = place() else { return String::new() };
        let number = |number: u32| locale.number(f64::from(number), 0);
        let (number, count) = (number(place.before + 1), number(place.total));
        locale.fill(key::DETAIL_POSITION, &[("number", &number), ("count", &count)])
    };
    let (before, after) = (ways(false), ways(true));
    element("nav")
        .class("neighbours")
        .maybe("hidden", flag(move || place().is_none()))
        .live("aria-label", message(locale, key::DETAIL_NEIGHBOURS))
        .part(before)
        .with(element("span").class("neighbours__place").live_text(text(said)))
        .part(after)
        .into_any()
}

/// A link to the state in which a neighbour is open.
fn way(search: &Search, state: State, forward: bool, locale: Locale) -> AnyView {
    let nav = search.nav;
    let (symbol, name) = if forward {
        (Symbol::Next, key::DETAIL_NEXT)
    } else {
        (Symbol::Previous, key::DETAIL_PREVIOUS)
    };
    let href = nav.href(&state);
    let on_follow = Callback::new(move |()| nav.push(state.clone()));
    link(text(move || href.clone()), on_follow)
        .class("neighbours__way")
        .with(icon(symbol))
        .with(element("span").class("neighbours__name").tell(locale, name))
        .into_any()
}
