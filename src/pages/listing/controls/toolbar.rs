//! What stands above the list: search, order, language, and the way to the filters where there is
//! no room for them.

use autengo_api::query::Order;
use autengo_search::link::neat;
use autengo_search::state::View;
use leptos::prelude::*;

use crate::i18n::{Locale, key};
use crate::parked::Parked;
use crate::search::{Search, chips};
use crate::ui::{Entry, Icon, LanguageSwitch, Link, Symbol, entries, part, text};

/// The controls beside the count.
#[component]
pub(super) fn Toolbar(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let has_switch = search.config().language_switch;
    let nav = search.nav;
    // What is typed stays as it is, blanks and all, as long as it means what is searched for.
    let typed = RwSignal::new(String::new());
    let shown = move || {
        let text = nav.with(|state| state.params.text().to_owned());
        typed.with(|typed| if neat(typed) == text { typed.clone() } else { text })
    };
    let type_text = move |text: String| {
        search.type_text(&text);
        typed.set(text);
    };
    // The search text stands beside the button for all to see.
    let filters = Memo::new(move |_| {
        let text = nav.with(|state| usize::from(!state.params.text().is_empty()));
        chips(search).len().saturating_sub(text)
    });
    let open_filters = move |_| nav.change(|state| state.has_filters_open = true);
    let parked = expect_context::<Parked>();
    let to_parked = {
        let way = nav.link(|state| state.show(View::Parked));
        part(move || {
            (parked.count() > 0).then(|| {
                view! {
                    <Link class="button toolbar__parked" href=way.href on_follow=way.on_follow>
                        <Icon symbol=Symbol::Heart />
                        <span class="toolbar__word">{locale.t(key::PARKED_LINK)}</span>
                        <span class="badge">{text(move || parked.count().to_string())}</span>
                    </Link>
                }
                .into_any()
            })
        })
    };
    view! {
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
                    prop:value=text(shown)
                    on:input:target=move |event| type_text(event.target().value())
                />
            </form>
            <div class="toolbar__row">
                <div class="toolbar__ways">
                    <button type="button" class="button toolbar__filters" on:click=open_filters>
                        <Icon symbol=Symbol::Filter />
                        {locale.t(key::FILTERS_OPEN)}
                        {part(move || (filters.get() > 0).then(|| view! { <span class="badge">{filters.get()}</span> }.into_any()))}
                    </button>
                    {to_parked}
                </div>
                <Sort search />
            </div>
            {has_switch.then(|| view! { <LanguageSwitch /> })}
    }
}

/// The choice of the order, what most people choose first.
#[component]
fn Sort(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let chosen = Memo::new(move |_| search.order());
    let options = move |orders: Vec<Order>| {
        entries(move || {
            let option = |order: &Order| {
                let order = *order;
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
    };
    let common = options(search.common_orders());
    let others = options(search.other_orders());
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
                <optgroup label=locale.t(key::SORT_MORE)>{others}</optgroup>
            </select>
        </label>
    }
}
