//! What stands above the list: search, count, order, language, and the way to the filters where
//! there is no room for them.

use autengo_api::query::Order;
use leptos::prelude::*;

use crate::config::Config;
use crate::i18n::{Locale, key};
use crate::parked::Parked;
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Entry, Heading, Icon, LanguageSwitch, Link, Symbol, entries, maybe, part, text};

/// The row above the list.
#[component]
pub(super) fn Toolbar(
    /// The search.
    search: Search,
    /// How many filters are set.
    filters: Signal<usize>,
    /// The filters are to be shown.
    on_filters: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let config: &Config = &search.config;
    let (level, has_switch) = (config.heading_level, config.language_switch);
    let nav = search.nav;
    let typed = Signal::derive(move || nav.with(|state| state.search.text.clone()));
    let results = search.results;
    let total = Memo::new(move |_| results.with(|remote| remote.latest().map(|list| list.total)));
    let type_text = {
        let search = search.clone();
        move |typed: String| search.type_text(&typed)
    };
    let count = move || match total.get() {
        Some(total) => locale.count(total, key::COUNT_ONE, key::COUNT_OTHER),
        None if results.with(Remote::is_loading) => locale.message(key::COUNT_LOADING).to_owned(),
        None => locale.message(key::RESULTS_LABEL).to_owned(),
    };
    let parked = expect_context::<Parked>();
    let to_parked = {
        let (linked, followed) = (search.clone(), search.clone());
        let href = Signal::derive(move || nav.href(&linked.with_parked(true)));
        let on_follow = Callback::new(move |()| nav.push(untrack(|| followed.with_parked(true))));
        part(move || {
            (parked.count() > 0).then(|| {
                view! {
                    <Link class="button toolbar__parked" href on_follow>
                        <Icon symbol=Symbol::Heart />
                        {locale.t(key::PARKED_LINK)}
                        <span class="badge">{text(move || parked.count().to_string())}</span>
                    </Link>
                }
                .into_any()
            })
        })
    };
    view! {
        <header class="toolbar">
            <form class="toolbar__search" role="search" on:submit=move |event| event.prevent_default()>
                <Icon symbol=Symbol::Search />
                <input
                    type="search"
                    class="toolbar__input"
                    data-search=""
                    autocomplete="off"
                    enterkeyhint="search"
                    aria-label=locale.t(key::SEARCH_LABEL)
                    placeholder=locale.t(key::SEARCH_PLACEHOLDER)
                    prop:value=typed
                    on:input:target=move |event| type_text(event.target().value())
                />
            </form>
            <button type="button" class="button toolbar__filters" on:click=move |_| on_filters.run(())>
                <Icon symbol=Symbol::Filter />
                {locale.t(key::FILTERS_OPEN)}
                {part(move || (filters.get() > 0).then(|| view! { <span class="badge">{filters.get()}</span> }.into_any()))}
            </button>
            <Heading level=level class="toolbar__count">
                <span role="status" data-total=maybe(move || total.get().map(|total| total.to_string()))>{text(count)}</span>
            </Heading>
            {to_parked}
            <Sort search=search />
            {has_switch.then(|| view! { <LanguageSwitch /> })}
        </header>
    }
}

/// The choice of the order. What few people choose comes after the first list.
#[component]
fn Sort(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let results = search.results;
    let chosen = {
        let search = search.clone();
        Memo::new(move |_| search.order())
    };
    let options = {
        let search = search.clone();
        move |orders: Vec<Order>| {
            let search = search.clone();
            entries(move || {
                let option = |order: &Order| {
                    let (order, search) = (*order, search.clone());
                    Entry::new(order.to_string(), move || {
                        view! {
                            <option value=order.to_string() selected=move || chosen.get() == order>
                                {text(move || search.order_name(order))}
                            </option>
                        }
                        .into_any()
                    })
                };
                orders.iter().map(option).collect()
            })
        }
    };
    let is_settled = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or(false) || results.with(|remote| !remote.is_loading())
    });
    let common = options(search.common_orders());
    let others = {
        let search = search.clone();
        part(move || {
            // A link may ask for any documented order.
            let is_wanted = is_settled.get() || !search.common_orders().contains(&chosen.get());
            is_wanted.then(|| {
                view! { <optgroup label=locale.t(key::SORT_MORE)>{options(search.other_orders())}</optgroup> }
                    .into_any()
            })
        })
    };
    let choose = move |value: String| {
        if let Some(order) = Order::parse(&value) {
            search.set_order(order);
        }
    };
    view! {
        <label class="toolbar__sort">
            <span class="toolbar__label">{locale.t(key::SORT_LABEL)}</span>
            <select
                data-sort=""
                prop:value=text(move || chosen.get().to_string())
                on:change:target=move |event| choose(event.target().value())
            >
                {common}
                {others}
            </select>
        </label>
    }
}
