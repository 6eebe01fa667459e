//! What the page around the widget says of a vehicle while it is open: its title, and in its head
//! a description for machines. Both go when the vehicle does.

use std::cell::{OnceCell, RefCell};

use js_sys::Object;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::json_ld::json_ld;
use crate::config::Config;
use crate::host;
use crate::i18n::Locale;
use crate::js;
use crate::offer::Offer;
use crate::schedule::effect;

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

thread_local! {
    /// The page's title while vehicles are open, the last one last.
    static TITLES: RefCell<Titles> = RefCell::default();
}

/// The page's title while vehicles are open: that of the host with the last one's name before it.
#[derive(Default)]
struct Titles {
    names: Vec<(u32, String)>,
    next: u32,
    /// The host's own.
    own: String,
    /// The title that was written last; another one is the host's, and stays.
    written: Option<String>,
}

impl Titles {
    /// Puts a name first, or takes it away.
    fn change(&mut self, id: u32, name: Option<String>) {
        let page = document();
        let title = page.title();
        let is_ours = self.written.as_ref() == Some(&title);
        if !is_ours {
            title.clone_into(&mut self.own);
        }
        let place = self.names.iter().position(|(known, _)| *known == id);
        match (place, name) {
            (Some(at), Some(name)) => self.names[at].1 = name,
            (Some(at), None) => drop(self.names.remove(at)),
            (None, Some(name)) => self.names.push((id, name)),
            (None, None) => {}
        }
        let wanted = match self.names.last() {
            Some((_, name)) => format!("{name} – {}", self.own),
            None => self.own.clone(),
        };
        self.written = (!self.names.is_empty()).then(|| wanted.clone());
        if wanted != title {
            page.set_title(&wanted);
        }
    }
}

fn name(title: Signal<String>) {
    let id = TITLES.with_borrow_mut(|titles| {
        titles.next += 1;
        titles.next
    });
    effect(move || TITLES.with_borrow_mut(|titles| titles.change(id, Some(title.get()))));
    on_cleanup(move || TITLES.with_borrow_mut(|titles| titles.change(id, None)));
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
    // Once: a host that takes it out, as it fills its head anew, does not get it again.
    let _ = head.append_child(&script);
    effect(move || {
        if let Some(text) = trusted(&json_ld(&offer, photo.as_deref(), &link, locale)) {
            js::set(&described, "text", &text);
        } else {
            described.remove();
            host::warn(
                "structured-data needs `trusted-types autengo-vehicles` in the page's Content-Security-Policy, which has a list without it",
            );
        }
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
    let global = js_sys::global();
    let text = JsValue::from(text);
    let Some(types) = js::get(&global, "trustedTypes") else { return Some(text) };
    POLICY.with(|policy| {
        let made = policy.get_or_init(|| {
            let rules = Object::new();
            // `String` gives a text back as it is.
            js::set(&rules, "createScript", &js::get(&global, "String")?);
            js::call(&types, "createPolicy", &[&"autengo-vehicles".into(), &rules])?.ok()
        });
        js::call(made.as_ref()?, "createScript", &[&text])?.ok()
    })
}
