//! Handing on a link: by the device's own means, else by copying it, else by showing it.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Icon, Symbol, part, text};
use crate::i18n::{Locale, key};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Asked,
    Copied,
    /// The browser does neither: the visitor copies it.
    Shown,
}

/// A button that hands on a link.
#[component]
pub fn Share(
    /// What the link leads to.
    title: Signal<String>,
    /// The link.
    link: String,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let progress = RwSignal::new(Progress::Asked);
    let address = link.clone();
    let share = move |_| {
        let (title, link) = (title.get_untracked(), address.clone());
        // Asked here and now, as browsers want a visitor's gesture for it.
        let asked = shared(&title, &link).map(|asked| (asked, Progress::Asked));
        let asked = asked.or_else(|| Some((copied(&link)?, Progress::Copied)));
        spawn_local(async move {
            let Some((asked, done)) = asked else {
                progress.try_set(Progress::Shown);
                return;
            };
            let result = JsFuture::from(asked).await;
            // Who closes the device's own dialog has changed their mind.
            let failed = if done == Progress::Asked { Progress::Asked } else { Progress::Shown };
            progress.try_set(result.map_or(failed, |_| done));
        });
    };
    let said = part(move || match progress.get() {
        Progress::Asked => None,
        Progress::Copied => Some(view! { <span>{locale.t(key::DETAIL_COPIED)}</span> }.into_any()),
        Progress::Shown => Some(
            view! {
                <input
                    type="url"
                    readonly
                    aria-label=text(move || locale.message(key::DETAIL_LINK).to_owned())
                    prop:value=link.clone()
                    on:focus:target=move |event| event.target().select()
                />
            }
            .into_any(),
        ),
    });
    view! {
        <button type="button" class="button" data-share="" on:click=share>
            <Icon symbol=Symbol::Share />
            {locale.t(key::DETAIL_SHARE)}
        </button>
        <span class="steps__said" role="status">{said}</span>
    }
}

/// Opens the device's own way to share, if it has one.
fn shared(title: &str, link: &str) -> Option<Promise> {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", link)] {
        Reflect::set(&data, &name.into(), &value.into()).ok()?;
    }
    call(&navigator()?, "share", &data)
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
