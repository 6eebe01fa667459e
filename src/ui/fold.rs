//! A titled part that can be folded away.

use leptos::prelude::*;

use web_sys::HtmlDetailsElement;

use super::dom::{self, dynamic};

/// A titled part that can be folded away. What is inside is made when it is opened first.
#[component]
pub fn Fold(
    /// The title.
    #[prop(into)]
    title: Signal<String>,
    /// The summary while it is closed, such as what is chosen inside.
    #[prop(into)]
    summary: Signal<String>,
    /// Whether it is open until it is opened or closed by hand, or this changes.
    #[prop(into)]
    is_open: Signal<bool>,
    /// The content.
    children: ChildrenFn,
) -> AnyView {
    let was_toggled = RwSignal::new(false);
    // Once made, it stays.
    let is_made = Memo::new(move |was: Option<&bool>| {
        was.copied().unwrap_or(false) || is_open.get() || was_toggled.get()
    });
    let inside = dynamic(move || is_made.get().then(|| children()));
    dom::details()
        .class("fold")
        .toggle_attr("open", move || is_open.get())
        .on("toggle", move |event| {
            let details: HtmlDetailsElement = dom::target(&event);
            if details.open() {
                was_toggled.set(true);
            }
        })
        .child(
            dom::summary()
                .class("fold__title")
                .child(dom::span().class("fold__name").bind_text(move || title.get()))
                .child(dom::span().class("fold__summary").bind_text(move || summary.get())),
        )
        .child(inside)
        .into_any()
}
