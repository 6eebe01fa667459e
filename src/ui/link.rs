//! A link of our own: a real address for new tabs and copying, and a step within the widget when
//! it is simply followed.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Element, Text, element, text};

/// A link within the widget.
#[component]
pub fn Link(
    /// The address.
    #[prop(into)]
    href: Signal<String>,
    /// It was followed here, in this window.
    on_follow: Callback<()>,
    /// The class.
    #[prop(default = "")]
    class: &'static str,
    /// What it says.
    children: Children,
) -> AnyView {
    link(text(move || href.get()), on_follow).class(class).view(children().into_any()).into_any()
}

/// The same among elements.
pub fn link(href: Text, on_follow: Callback<()>) -> Element {
    element("a")
        .live("href", href)
        .on("click", Box::new(move |event| follow(event.unchecked_ref(), on_follow)))
}

/// Runs `on_follow` instead of the browser's own navigation, unless the visitor asked for a new
/// tab, a new window or a download.
pub(super) fn follow(event: &MouseEvent, on_follow: Callback<()>) {
    let asks_for_more =
        event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() == 0 && !asks_for_more && !event.default_prevented() {
        event.prevent_default();
        on_follow.run(());
    }
}
