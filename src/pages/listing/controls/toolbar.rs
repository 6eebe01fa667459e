//! What stands above the list: search, order, language, and the way to the filters where there is
//! no room for them.

use autengo_api::query::Order;
use autengo_search::link::neat;
use autengo_search::state::View;
use leptos::prelude::*;

use crate::i18n::{Locale, key};
use crate::parked::Parked;
use crate::search::{Search, chips};
use crate::ui::dom::{self, Item, dynamic, keyed};
use crate::ui::{LanguageSwitch, Symbol, icon, link};

/// The controls beside the count.
#[component]
pub(super) fn Toolbar(
    /// The search.
    search: Search,
) -> AnyView {
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
        let state = nav.shown();
        let text = usize::from(!state.params.text().is_empty());
        chips(search, &state).len().saturating_sub(text)
    });
    let open_filters = move |_| nav.change(|state| state.has_filters_open = true);
    let parked = expect_context::<Parked>();
    let way = nav.link(|state| state.show(View::Parked));
    let to_parked = dynamic(move || {
        let count = dom::span().class("badge").bind_text(move || parked.count().to_string());
        (parked.count() > 0).then(|| {
            link(way.href, way.on_follow)
                .class("button toolbar__parked")
                .child(icon(Symbol::Heart))
                .child(dom::span().class("toolbar__word").message(locale, key::PARKED_LINK))
                .child(count)
                .into_any()
        })
    });
    let number = dynamic(move || {
        let number = || dom::span().class("badge").text(&filters.get().to_string());
        (filters.get() > 0).then(|| number().into_any())
    });
    let input = dom::input()
        .attr("type", "search")
        .class("toolbar__input")
        .attr("data-search", "")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr_message("aria-label", locale, key::SEARCH_LABEL)
        .attr_message("placeholder", locale, key::SEARCH_PLACEHOLDER)
        .value(shown)
        .on("input", move |event| type_text(event_target_value(&event)));
    let text_search = dom::form()
        .class("toolbar__search")
        .attr("role", "search")
        .on("submit", |event| event.prevent_default())
        .child(icon(Symbol::Search))
        .child(input);
    let filters = dom::button()
        .class("button toolbar__filters")
        .on("click", open_filters)
        .child(icon(Symbol::Filter))
        .message(locale, key::FILTERS_OPEN)
        .child(number);
    let row = dom::div()
        .class("toolbar__row")
        .child(dom::div().class("toolbar__ways").child(filters).child(to_parked))
        .child(view! { <Sort search /> }.into_any());
    let switch = has_switch.then(|| view! { <LanguageSwitch /> });
    view! { {text_search} {row} {switch} }.into_any()
}

/// The choice of the order, what most people choose first.
#[component]
fn Sort(
    /// The search.
    search: Search,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let chosen = Memo::new(move |_| search.order());
    let options = move |orders: Vec<Order>| {
        keyed(move || {
            let option = |order: &Order| {
                let order = *order;
                Item::new(order.to_string(), move || {
                    dom::option()
                        .attr("value", &order.to_string())
                        .toggle_attr("selected", move || chosen.get() == order)
                        .bind_text(move || search.order_name(order))
                        .into_any()
                })
            };
            orders.iter().map(option).collect()
        })
    };
    let common = options(search.common_orders());
    let others = options(search.other_orders());
    let choose = move |value: String| {
        if let Ok(order) = value.parse() {
            search.set_order(order);
        }
    };
    let others = dom::optgroup().attr_message("label", locale, key::SORT_MORE).child(others);
    let select = dom::select()
        .attr("data-sort", "")
        .child(common)
        .child(others)
        .value(move || chosen.get().to_string())
        .on("change", move |event| choose(event_target_value(&event)));
    dom::label()
        .class("toolbar__sort")
        .child(dom::span().class("toolbar__label").message(locale, key::SORT_LABEL))
        .child(select)
        .into_any()
}
