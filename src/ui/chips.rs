//! The filters that are set, each a link that removes it.

use leptos::prelude::*;

use super::dom::{self, Element, dynamic, indexed};
use super::{Symbol, icon, link};
use crate::i18n::{Locale, key};

/// A filter that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipContent {
    /// The words of the chip.
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
    /// Called when all are to go.
    on_reset: Callback<()>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let has_any = Memo::new(move |_| !chips.with(Vec::is_empty));
    dynamic(move || {
        has_any.get().then(|| {
            let reset = link(reset_href, on_reset)
                .class("chip chip--reset")
                .message(locale, key::FILTERS_RESET);
            // A chip that takes another's place keeps its focus.
            let each = indexed(move || {
                let chip = |(at, content)| chip(at, content, on_remove, locale).into_any();
                chips.get().into_iter().enumerate().map(chip).collect()
            });
            dom::ul()
                .class("chips")
                .attr_message("aria-label", locale, key::CHIPS_LABEL)
                .child(each)
                .child(dom::li().child(reset))
                .into_any()
        })
    })
}

fn chip(at: usize, content: ChipContent, on_remove: Callback<usize>, locale: Locale) -> Element {
    let ChipContent { label, href } = content;
    let to_remove = Callback::new(move |()| on_remove.run(at));
    dom::li().reusable().child(
        link(Signal::stored(href), to_remove)
            .class("chip")
            .attr("data-chip", &at.to_string())
            .attr("aria-label", &locale.fill(key::CHIPS_REMOVE, &[("filter", &label)]))
            .text(&label)
            .child(icon(Symbol::Close)),
    )
}
