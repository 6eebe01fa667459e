//! Handing on a link: by the device's own means, else by copying it, else by showing it.

use js_sys::{Object, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::dom;
use super::{Symbol, icon};
use crate::i18n::{Locale, key};
use crate::js;

/// A button that hands on a link.
#[component]
pub fn Share(
    /// The name of the page behind the link.
    title: Signal<String>,
    /// The link.
    link: String,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let said = RwSignal::new(String::new());
    let share = move |_| {
        let (title, link) = (title.get_untracked(), link.clone());
        // Who comes back may have left this page.
        let copied_words = locale.current().message(key::DETAIL_COPIED);
        // Asked here and now, as browsers want a visitor's gesture for it.
        let way = shared(&title, &link).map_or_else(|| Way::Copy(copied(&link)), Way::Share);
        spawn_local(async move {
            let copied = match way {
                Way::Copy(copied) => copied,
                Way::Share(answer) => {
                    if is_settled(answer).await {
                        return;
                    }
                    // The gesture may be used up by now; then the browser does not copy either.
                    copied(&link)
                }
            };
            let is_copied = match copied {
                Some(copied) => JsFuture::from(copied).await.is_ok(),
                None => false,
            };
            // Where the browser does neither, the visitor copies it.
            said.try_set(if is_copied { copied_words.to_owned() } else { link });
        });
    };
    let button = dom::button()
        .class("button")
        .on("click", share)
        .child(icon(Symbol::Share))
        .message(locale, key::DETAIL_SHARE);
    let said =
        dom::span().class("steps__said").attr("role", "status").bind_text(move || said.get());
    dom::div().class("steps__share").child(button).child(said).into_any()
}

/// The way that the browser was asked for.
enum Way {
    Share(Promise),
    Copy(Option<Promise>),
}

/// Opens the device's own way to share, if it has one.
fn shared(title: &str, link: &str) -> Option<Promise> {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", link)] {
        js::set(&data, name, &value.into());
    }
    call(&navigator()?, "share", &data)
}

/// Whether nothing is left to do: it is shared, or who was asked has changed their mind. Browsers
/// refuse for other reasons, too: what the page may do, a sheet that is still open, a link that
/// they do not like.
async fn is_settled(answer: Promise) -> bool {
    match JsFuture::from(answer).await {
        Ok(_) => true,
        Err(error) => js::get(&error, "name").is_some_and(|name| name == "AbortError"),
    }
}

/// Copies the link, where the page may.
fn copied(link: &str) -> Option<Promise> {
    let clipboard = js::get(&navigator()?, "clipboard")?;
    call(&clipboard, "writeText", &link.into())
}

fn navigator() -> Option<JsValue> {
    js::get(&js_sys::global(), "navigator")
}

/// The promise of a method, if there is one; to throw is to refuse.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<Promise> {
    let answer = js::call(object, method, &[argument])?;
    Some(answer.map_or_else(|error| Promise::reject(&error), |value| Promise::resolve(&value)))
}
