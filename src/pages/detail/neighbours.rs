//! The vehicles before and after this one in the list it was found by.

use std::sync::Arc;

use autengo_api::state::{Search as Choices, State};
use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::i18n::{Locale, key};
use crate::search::Search;
use crate::ui::{Icon, Link, Symbol, part, text};

/// Where the vehicle stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// From 0, over all pages.
    at: u32,
    total: u32,
}

/// The ways to the vehicles before and after; none for a vehicle that was not found by a list.
#[component]
pub(super) fn Neighbours(
    /// The search.
    search: Search,
    /// The vehicle.
    selling_id: String,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let (results, nav) = (search.results, search.nav);
    let id = selling_id.clone();
    let place = Memo::new(move |_| {
        let (offset, is_parked) = nav.with(|state| (state.search.offset, state.is_parked));
        results.with(|remote| {
            let list = remote.latest().filter(|_| !remote.is_loading() && !is_parked)?;
            let at = list.items.iter().position(|vehicle| vehicle.selling_id() == id)?;
            Some(Place { at: offset + u32::try_from(at).ok()?, total: list.total })
        })
    });
    let before = neighbour(&search, Signal::derive(move || place.get()?.at.checked_sub(1)));
    let after = neighbour(
        &search,
        Signal::derive(move || {
            let place = place.get()?;
            Some(place.at + 1).filter(|next| *next < place.total)
        }),
    );
    part(move || {
        place.get()?;
        let way = move |state: Signal<Option<State>>, symbol, name| {
            part(move || {
                let state = state.get()?;
                let href = Signal::stored(nav.href(&state));
                let on_follow = Callback::new(move |()| nav.push(state.clone()));
                Some(
                    view! {
                        <Link class="neighbours__way" href on_follow>
                            <Icon symbol />
                            <span class="neighbours__name">{locale.t(name)}</span>
                        </Link>
                    }
                    .into_any(),
                )
            })
        };
        let said = move || {
            let Some(Place { at, total }) = place.get() else { return String::new() };
            let number = |number: u32| locale.number(f64::from(number), 0);
            locale.fill(
                key::DETAIL_POSITION,
                &[("number", &number(at + 1)), ("count", &number(total))],
            )
        };
        Some(
            view! {
                <nav class="neighbours" aria-label=text(move || locale.message(key::DETAIL_NEIGHBOURS).to_owned())>
                    {way(before, Symbol::Previous, key::DETAIL_PREVIOUS)}
                    <span class="neighbours__place">{text(said)}</span>
                    {way(after, Symbol::Next, key::DETAIL_NEXT)}
                </nav>
            }
            .into_any(),
        )
    })
}

/// The state in which the vehicle at a place of the list is open. One beyond the page of the list
/// is asked for, and its page becomes the list's.
fn neighbour(search: &Search, at: Signal<Option<u32>>) -> Signal<Option<State>> {
    let locale = expect_context::<Locale>();
    let beyond = RwSignal::new(None::<(u32, Arc<PublicVehicle>)>);
    let page = search.clone();
    let on_page = move |at: u32| {
        let offset = page.nav.with(|state| state.search.offset);
        let index = at.checked_sub(offset)? as usize;
        page.results.with(|remote| remote.latest()?.items.get(index).cloned())
    };
    let (asking, known) = (search.clone(), on_page);
    Effect::new(move |_| {
        let Some(at) = at.get().filter(|at| known(*at).is_none()) else { return };
        let (search, language) = (asking.clone(), locale.language());
        spawn_local_scoped_with_cancellation(async move {
            let choices = search.nav.current().search;
            let one = Choices { offset: at, limit: Some(1), ..choices };
            let found = search.few(&one, language).await.into_iter().next();
            beyond.set(found.map(|vehicle| (at, vehicle)));
        });
    });
    let search = search.clone();
    Signal::derive(move || {
        let at = at.get()?;
        let asked = || beyond.get().filter(|(known, _)| *known == at).map(|(_, vehicle)| vehicle);
        let vehicle = on_page(at).or_else(asked)?;
        let size = search.page_size().max(1);
        let mut state = search.with_vehicle(Some(vehicle.selling_id()));
        state.search.offset = at / size * size;
        Some(state)
    })
}
