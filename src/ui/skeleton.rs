//! The room that a list takes before it is there.

use leptos::prelude::*;

use super::element;

/// As many empty cards as a page is likely to have on screen.
#[component]
pub fn Skeleton(
    /// How many.
    count: u32,
) -> AnyView {
    let cards = (0..count).map(|_| {
        element("li")
            .class("card card--skeleton")
            .with(element("div").class("card__media"))
            .with(element("div").class("card__body"))
    });
    element("ul")
        .class("grid grid--skeleton")
        .attr("aria-hidden", "true")
        .with_all(cards)
        .into_any()
}
