//! The contract with the loader: what JavaScript calls, and what it is told when the program
//! panics.

use std::any::Any;
use std::cell::RefCell;

use js_sys::{Array, Object, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::app::App;
use crate::client::Prefetched;
use crate::config::Config;
use crate::host::{self, Host};
use crate::i18n::{Language, Locale};
use crate::js;

thread_local! {
    /// The elements that are filled, to be told of a panic.
    static HOSTS: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// Prepares the program, once: a panic is reported to the page, whose loader then shows the
/// elements' own content. In a release it is a trap, which the glue reports.
pub fn start() {
    if cfg!(not(debug_assertions)) {
        return;
    }
    std::panic::set_hook(Box::new(|info| {
        host::error(&format!("the program failed and stops: {info}"));
        let hosts = HOSTS.try_with(|hosts| hosts.try_borrow().map(|hosts| hosts.clone()));
        for element in hosts.ok().and_then(Result::ok).unwrap_or_default() {
            Host::new(element).emit("error", &[("kind", "panic".into())]);
        }
    }));
}

/// A mounted widget.
#[wasm_bindgen]
pub struct Instance {
    locale: Locale,
    host: HtmlElement,
    /// Takes the elements away when dropped.
    mounted: Option<Box<dyn Any>>,
    /// Owns all signals, effects and listeners of the instance.
    owner: Owner,
}

#[wasm_bindgen]
impl Instance {
    /// The language that is shown, which the visitor may have chosen.
    pub fn language(&self) -> String {
        self.locale.current().code().to_owned()
    }

    /// Changes the language at once; anything but English is German.
    pub fn set_language(&self, tag: &str) {
        self.locale.set_language(Language::parse(tag));
    }

    /// Takes the widget out of its container.
    pub fn unmount(mut self) {
        HOSTS.with_borrow_mut(|hosts| hosts.retain(|host| *host != self.host));
        drop(self.mounted.take());
        // Views may still hold owners of their own: what they would clean up is due now.
        self.owner.cleanup();
    }
}

/// Fills `container`, inside the shadow root of `host`. `attributes` are the host's by name,
/// `prefetch` is `{url, language, promise}` of a list that the loader asked for, or undefined.
#[wasm_bindgen]
pub fn mount(
    host: HtmlElement,
    container: HtmlElement,
    attributes: &Object,
    language: &str,
    prefetch: &JsValue,
) -> Instance {
    let (config, problems) = Config::read(&entries(attributes));
    for problem in problems {
        host::warn(&problem);
    }
    HOSTS.with_borrow_mut(|hosts| hosts.push(host.clone()));
    let prefetched = prefetched(prefetch);
    let element = Host::new(host.clone());
    let owner = Owner::new();
    let (locale, mounted) = owner.with(|| {
        let locale = Locale::new(Language::parse(language));
        let app = move || view! { <App config host=element locale prefetched /> };
        (locale, mount_to(container, app))
    });
    Instance { locale, host, mounted: Some(Box::new(mounted)), owner }
}

fn entries(object: &Object) -> Vec<(String, String)> {
    let entries = Object::entries(object);
    let texts = entries.iter().filter_map(|entry| {
        let entry = Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
    });
    texts.collect()
}

fn prefetched(value: &JsValue) -> Option<Prefetched> {
    Some(Prefetched {
        url: js::text(value, "url")?,
        language: Language::parse(&js::text(value, "language")?),
        response: Promise::resolve(&js::get(value, "promise")?),
    })
}
