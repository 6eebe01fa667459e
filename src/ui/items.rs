//! A list of words, which can be searched when it is long.

use leptos::prelude::*;

use super::{Entry, element, entries, part, text};
use crate::i18n::{Locale, key};

/// From how many items on a list is searched rather than read.
const LONG: usize = 12;

/// What a vehicle has.
#[component]
pub fn Items(
    /// The items.
    items: Vec<String>,
    /// What they are called together.
    name: Signal<String>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let typed = RwSignal::new(String::new());
    let is_long = items.len() > LONG;
    let items = StoredValue::new(items);
    let found = move || locale.matching(items.get_value(), &typed.get(), |item: &String| item);
    let search = is_long.then(|| {
        let label = move || locale.fill(key::FACET_SEARCH, &[("facet", &name.get())]);
        element("input")
            .attr("type", "search")
            .class("group__search")
            .live("aria-label", text(label))
            .live("placeholder", text(label))
            .on("input", Box::new(move |event| typed.set(event_target_value(&event))))
    });
    let list = entries(move || {
        let item = |(at, item): (usize, String)| {
            Entry::new(format!("{at} {item}"), move || element("li").say(&item).into_any())
        };
        found().into_iter().enumerate().map(item).collect()
    });
    let nothing = part(move || {
        let nothing = || element("p").attr("role", "status").tell(locale, key::FACET_NOTHING);
        found().is_empty().then(|| nothing().into_any())
    });
    element("div")
        .with_all(search)
        .with(element("ul").class("group__items").view(list))
        .part(nothing)
        .into_any()
}
