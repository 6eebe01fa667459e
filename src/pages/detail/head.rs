//! What the page around the widget says of a vehicle while it is open: its title, and in its head
//! a description for machines. Both go when the vehicle does.

use std::cell::OnceCell;

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::structured::structured;
use crate::config::Config;
use crate::host;
use crate::i18n::Locale;
use crate::offer::Offer;
use crate::ui::effect;

/// Names and describes the page for a vehicle, as far as the embedder wants it.
pub(super) fn head(offer: &Offer, config: &Config, title: Signal<String>, link: &str) {
    if config.page_title {
        name(title);
    }
    // What may not be shown is not described either.
    if config.structured_data && !offer.is_masked {
        describe(offer, config, link);
    }
}

fn name(title: Signal<String>) {
    let before = document().title();
    let own = before.clone();
    effect(move || document().set_title(&format!("{} – {own}", title.get())));
    on_cleanup(move || document().set_title(&before));
}

fn describe(offer: &Offer, config: &Config, link: &str) {
    let locale = expect_context::<Locale>();
    let (offer, link) = (offer.clone(), link.to_owned());
    let photo = offer.photo(config, 1);
    let Some(head) = document().head() else { return };
    let Ok(script) = document().create_element("script") else { return };
    // Any element takes an attribute and a child.
    let _ = script.set_attribute("type", "application/ld+json");
    let described = script.clone();
    effect(move || match trusted(&structured(&offer, photo.as_deref(), &link, locale)) {
        Some(text) => {
            let _ = Reflect::set(&described, &"text".into(), &text);
            let _ = head.append_child(&described);
        }
        None => host::warn(
            "structured-data needs `trusted-types autengo-vehicles` in the page's Content-Security-Policy, which has a list without it",
        ),
    });
    let script = StoredValue::new_local(script);
    on_cleanup(move || script.with_value(Element::remove));
}

thread_local! {
    /// A list of policies in the page's own policy may allow each name once.
    static POLICY: OnceCell<Option<JsValue>> = const { OnceCell::new() };
}

/// The text as a page that requires Trusted Types takes it for a script, even for one that is data.
fn trusted(text: &str) -> Option<JsValue> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let call = |of: &JsValue, name: &str, arguments: &[&JsValue]| {
        let method = get(of, name)?.dyn_into::<Function>().ok()?;
        method.apply(of, &arguments.iter().copied().collect::<Array>()).ok()
    };
    let global = js_sys::global();
    let types = get(&global, "trustedTypes").filter(|types| !types.is_undefined());
    let text = JsValue::from(text);
    let Some(types) = types else { return Some(text) };
    POLICY.with(|policy| {
        let made = policy.get_or_init(|| {
            let rules = Object::new();
            // `String` gives a text back as it is.
            Reflect::set(&rules, &"createScript".into(), &get(&global, "String")?).ok()?;
            call(&types, "createPolicy", &[&"autengo-vehicles".into(), &rules])
        });
        call(made.as_ref()?, "createScript", &[&text])
    })
}
