//! What stands above the list: search, count, order, language, and the way to the filters where
//! there is no room for them.

use autengo_api::query::Order;
use leptos::prelude::*;

use crate::config::Config;
use crate::i18n::{Locale, key};
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Entry, Heading, Icon, LanguageSwitch, Symbol, entries, maybe, part, text};

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
            <Sort search=search />
            {has_switch.then(|| view! { <LanguageSwitch /> })}
        </header>
    }
}

/// The choice of the order.
#[component]
fn Sort(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let label = move |order: Order| {
        let name = order.to_string().replace(' ', ".");
        locale.label(&format!("order.{name}")).unwrap_or_else(|| locale.message(key::SORT_CUSTOM))
    };
    let chosen = {
        let search = search.clone();
        Memo::new(move |_| search.order().to_string())
    };
    let options = {
        let search = search.clone();
        entries(move || {
            // A link may ask for any documented order.
            let mut orders = search.orders();
            let current = search.order();
            if !orders.contains(&current) {
                orders.push(current);
            }
            let option = move |order: Order| {
                let value = order.to_string();
                let is_chosen = value.clone();
                Entry::new(value.clone(), move || {
                    view! {
                        <option value=value selected=move || chosen.get() == is_chosen>
                            {text(move || label(order).to_owned())}
                        </option>
                    }
                    .into_any()
                })
            };
            orders.into_iter().map(option).collect()
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
                prop:value=chosen
                on:change:target=move |event| choose(event.target().value())
            >
                {options}
            </select>
        </label>
    }
}
