//! The filters that are set, each a link that removes it.

use leptos::prelude::*;

use super::{Element, Entry, Symbol, element, entries, icon, link, message, part, text};
use crate::i18n::{Locale, key};

/// A filter that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipContent {
    /// What it says.
    pub label: String,
    /// The address without it.
    pub href: String,
}

/// A row of filters that are set.
#[component]
pub fn Chips(
    /// The filters.
    #[prop(into)]
    chips: Signal<Vec<ChipContent>>,
    /// The one at this place is to go.
    on_remove: Callback<usize>,
    /// The address without any.
    #[prop(into)]
    reset_href: Signal<String>,
    /// All are to go.
    on_reset: Callback<()>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let has_any = Memo::new(move |_| !chips.with(Vec::is_empty));
    let all = part(move || {
        has_any.get().then(|| {
            let reset = link(text(move || reset_href.get()), on_reset)
                .class("chip chip--reset")
                .tell(locale, key::FILTERS_RESET);
            // Chips are told apart by their places: a chip that takes another's keeps its focus.
            let each = entries(move || {
                let entry = |at: usize| {
                    Entry::new(at.to_string(), move || chip(chips, at, on_remove).into_any())
                };
                (0..chips.with(Vec::len)).map(entry).collect()
            });
            element("ul")
                .class("chips")
                .live("aria-label", message(locale, key::CHIPS_LABEL))
                .view(each)
                .with(element("li").with(reset))
                .into_any()
        })
    });
    all.into_any()
}

fn chip(chips: Signal<Vec<ChipContent>>, at: usize, on_remove: Callback<usize>) -> Element {
    let locale = expect_context::<Locale>();
    // The last of its place has nothing to say on its way out.
    let say = move |part: fn(&ChipContent) -> &str| {
        chips.with(|chips| chips.get(at).map(part).unwrap_or_default().to_owned())
    };
    let name = move || locale.fill(key::CHIPS_REMOVE, &[("filter", &say(|chip| &chip.label))]);
    let to_remove = Callback::new(move |()| on_remove.run(at));
    element("li").with(
        link(text(move || say(|chip| &chip.href)), to_remove)
            .class("chip")
            .attr("data-chip", &at.to_string())
            .live("aria-label", text(name))
            .live_text(text(move || say(|chip| &chip.label)))
            .with(icon(Symbol::Close)),
    )
}
