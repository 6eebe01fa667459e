//! Handing on a link: by the device's own means, else by copying it, else by showing it.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Symbol, button, element, icon, text};
use crate::i18n::{Locale, key};

/// A button that hands on a link.
#[component]
pub fn Share(
    /// What the link leads to.
    title: Signal<String>,
    /// The link.
    link: String,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let said = RwSignal::new(String::new());
    let share = move |_| {
        let (title, link) = (title.get_untracked(), link.clone());
        // Asked here and now, as browsers want a visitor's gesture for it.
        if shared(&title, &link) {
            return;
        }
        let copied = copied(&link);
        spawn_local(async move {
            let is_copied = match copied {
                Some(copied) => JsFuture::from(copied).await.is_ok(),
                None => false,
            };
            // Where the browser does neither, the visitor copies it.
            let words = || locale.current().message(key::DETAIL_COPIED).to_owned();
            said.try_set(if is_copied { words() } else { link });
        });
    };
    let button = button("button")
        .on("click", Box::new(share))
        .with(icon(Symbol::Share))
        .tell(locale, key::DETAIL_SHARE);
    let said = element("span")
        .class("steps__said")
        .attr("role", "status")
        .live_text(text(move || said.get()));
    element("div").class("steps__share").with(button).with(said).into_any()
}

/// Opens the device's own way to share, if it has one. Who closes it has changed their mind.
fn shared(title: &str, link: &str) -> bool {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", link)] {
        // A new object takes every property.
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    let asked = navigator().and_then(|navigator| call(&navigator, "share", &data));
    asked.map(|asked| spawn_local(async move { drop(JsFuture::from(asked).await) })).is_some()
}

/// Copies the link, where the page may.
fn copied(link: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&navigator()?, &"clipboard".into()).ok()?;
    call(&clipboard, "writeText", &link.into())
}

fn navigator() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"navigator".into()).ok()
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let method = Reflect::get(object, &method.into()).ok()?.dyn_into::<Function>().ok()?;
    method.call1(object, argument).ok()?.dyn_into().ok()
}
