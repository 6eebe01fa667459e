//! A list of words, which can be searched when it is long.

use leptos::prelude::*;

use super::dom::{self, Item, dynamic, keyed};
use crate::i18n::{Locale, key};

/// From how many items on a list is searched rather than read.
const LONG: usize = 12;

/// The equipment of a vehicle, or a list like it.
#[component]
pub fn Items(
    /// The items.
    items: Vec<String>,
    /// The name of the list.
    name: Signal<String>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let typed = RwSignal::new(String::new());
    let is_long = items.len() > LONG;
    let items = StoredValue::new(items);
    let found = move || locale.matching(items.get_value(), &typed.get(), |item: &String| item);
    let search = is_long.then(|| {
        let label = move || locale.fill(key::FACET_SEARCH, &[("facet", &name.get())]);
        dom::input()
            .attr("type", "search")
            .class("group__search")
            .bind_attr("aria-label", label)
            .bind_attr("placeholder", label)
            .on("input", move |event| typed.set(event_target_value(&event)))
    });
    let list = keyed(move || {
        let item = |(at, item): (usize, String)| {
            Item::new(format!("{at} {item}"), move || dom::li().text(&item).into_any())
        };
        found().into_iter().enumerate().map(item).collect()
    });
    let nothing = dynamic(move || {
        let nothing = || dom::p().attr("role", "status").message(locale, key::FACET_NOTHING);
        found().is_empty().then(|| nothing().into_any())
    });
    dom::div()
        .children(search)
        .child(dom::ul().class("group__items").child(list))
        .child(nothing)
        .into_any()
}
