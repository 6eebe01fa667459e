//! The visitor's device: whether it is to be spared, whether it is connected, when it is looked at,
//! which day it is there, and what it keeps: nothing that the visitor did not ask it to keep.

use autengo_api::vehicle::Date;
use js_sys::Function;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, Storage, window};

use crate::js;
use crate::lasting::Lasting;

/// Whether the visitor asked to save data, or has a line of the second or third generation, as far as
/// browsers tell.
pub fn has_poor_line() -> bool {
    let navigator = window().map(|window| window.navigator());
    let connection = navigator.and_then(|navigator| js::get(&navigator, "connection"));
    connection.is_some_and(|connection| {
        js::get(&connection, "saveData").is_some_and(|it| it.is_truthy())
            || js::text(&connection, "effectiveType").is_some_and(|kind| kind != "4g")
    })
}

/// The text that the device keeps under a name.
pub fn stored(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text on the device; whether it may, and had room.
pub fn store(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Keeps nothing under a name any more.
pub fn remove_stored(name: &str) {
    if let Some(storage) = storage() {
        // What cannot be removed could not be kept.
        let _ = storage.remove_item(name);
    }
}

/// Throws where the visitor blocks storage.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Whether the device believes that it has no network.
pub fn is_offline() -> bool {
    // Where it is not told, there is one.
    window().is_some_and(|window| !window.navigator().on_line())
}

/// The visitor's day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let narrow = |number: u32| u8::try_from(number).unwrap_or_default();
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: narrow(now.get_month()) + 1,
        day: Some(narrow(now.get_date())),
    }
}

/// The device's connection to the network, as an instance follows it.
#[derive(Clone, Copy)]
pub struct Connection(RwSignal<bool>);

impl Connection {
    /// The connection of the instance, followed as long as the owner lives under which it was asked
    /// for first.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| {
            let connection = Self(RwSignal::new(is_offline()));
            provide_context(connection);
            if let Some(window) = window() {
                let note = move || {
                    connection.0.try_set(is_offline());
                };
                listen(&window, &["online", "offline"], note);
            }
            connection
        })
    }

    /// Whether there is none, tracked.
    pub fn is_lost(self) -> bool {
        self.0.lasting().get()
    }

    /// Does something each time that it is back, as long as the owner lives that this is called
    /// under.
    pub fn when_back(self, act: impl Fn() + 'static) {
        let act: Box<dyn Fn()> = Box::new(act);
        Effect::new(move |was_lost: Option<bool>| {
            let is_lost = self.is_lost();
            if was_lost == Some(true) && !is_lost {
                untrack(&act);
            }
            is_lost
        });
    }
}

/// Does something each time that the page is to be seen again, be it from another tab or out of the
/// browser's memory of pages, and `rest` when it no longer is. As long as the owner lives that this
/// is called under.
pub fn when_seen(see: impl Fn() + 'static, rest: impl Fn() + 'static) {
    if let Some(document) = window().and_then(|window| window.document()) {
        let asked = document.clone();
        listen(
            &document,
            &["visibilitychange"],
            move || {
                if asked.hidden() { rest() } else { see() }
            },
        );
    }
}

/// Listens as long as the owner lives that this is called under.
fn listen(target: &EventTarget, events: &'static [&'static str], act: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(act);
    let function = listener.as_ref().unchecked_ref::<Function>();
    for event in events {
        // These are names that every target takes.
        let _ = target.add_event_listener_with_callback(event, function);
    }
    let listening = SendWrapper::new((target.clone(), listener));
    on_cleanup(move || {
        let (target, listener) = &*listening;
        for event in events {
            let function = listener.as_ref().unchecked_ref::<Function>();
            let _ = target.remove_event_listener_with_callback(event, function);
        }
    });
}
