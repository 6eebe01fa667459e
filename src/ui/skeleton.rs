//! The room that a list takes before it is there.

use leptos::prelude::*;

use super::dom;

/// As many empty cards as a page is likely to have on screen.
#[component]
pub fn Skeleton(
    /// How many.
    count: u32,
) -> AnyView {
    let cards = (0..count).map(|_| {
        dom::li()
            .class("card card--skeleton")
            .child(dom::div().class("card__media"))
            .child(dom::div().class("card__body"))
    });
    dom::ul().class("grid grid--skeleton").attr("aria-hidden", "true").children(cards).into_any()
}
