//! A link of our own: a real address for new tabs and copying, and a step within the widget when
//! it is simply followed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, MouseEvent};

use super::dom::{self, Element};

/// A link within the widget; `on_follow` is called when it is followed here, in this window.
pub fn link(href: Signal<String>, on_follow: Callback<()>) -> Element {
    dom::a()
        .bind_attr("href", move || href.get())
        .on("click", move |event| follow(&event, on_follow))
}

/// Runs `on_follow` instead of the browser's own navigation, unless the visitor asked for a new
/// tab, a new window or a download.
pub(super) fn follow(event: &Event, on_follow: Callback<()>) {
    let event: &MouseEvent = event.unchecked_ref();
    let asks_for_more =
        event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() == 0 && !asks_for_more && !event.default_prevented() {
        event.prevent_default();
        on_follow.run(());
    }
}
