//! The first sign that somebody uses the element.

use js_sys::Function;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event};

use super::Host;

/// The events that only people cause: a pointer over the element, a touch, a wheel, a key, the focus.
const SIGNS: [&str; 5] = ["pointermove", "pointerdown", "wheel", "keydown", "focusin"];

impl Host {
    /// Does something at the first sign that somebody uses the element, as long as the owner lives that
    /// this is called under. Robots, and those who leave at once, give none.
    pub fn when_used(&self, run: impl FnOnce() + 'static) {
        let mut run = Some(run);
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        let element = self.0.clone();
        let listener = Closure::<dyn FnMut(Event)>::new(move |_| {
            if let Some(run) = run.take() {
                run();
            }
        });
        let function = listener.as_ref().unchecked_ref::<Function>().clone();
        for sign in SIGNS {
            // These are names that every element takes.
            let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
                sign, &function, &options,
            );
        }
        let listening = SendWrapper::new((element, listener));
        on_cleanup(move || {
            let (element, listener) = &*listening;
            for sign in SIGNS {
                let function = listener.as_ref().unchecked_ref::<Function>();
                let _ = element.remove_event_listener_with_callback_and_bool(sign, function, true);
            }
        });
    }
}
