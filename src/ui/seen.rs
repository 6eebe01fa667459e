//! Whether an element is on screen.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, js_sys::Array};

use super::dom::Element;

/// Whether an element is on screen, tracked. Watches it as long as the owner lives that this is
/// called under.
pub fn seen(element: &Element) -> Signal<bool> {
    let is_seen = RwSignal::new(false);
    let follow = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.iter().last().map(IntersectionObserverEntry::unchecked_from_js);
        if let Some(entry) = last {
            is_seen.try_set(entry.is_intersecting());
        }
    });
    // Every browser that runs WebAssembly has observers.
    let observer = IntersectionObserver::new(follow.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(element.node());
    }
    let kept = StoredValue::new_local((follow, observer));
    on_cleanup(move || {
        kept.with_value(|(_, observer)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    is_seen.into()
}
