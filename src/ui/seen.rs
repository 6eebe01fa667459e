//! Whether an element is on screen.

use leptos::html::ElementType;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, js_sys::Array};

/// Watches an element: the reference to give it, and whether it is on screen, tracked.
pub fn seen<E>() -> (NodeRef<E>, Signal<bool>)
where
    E: ElementType,
    E::Output: JsCast + AsRef<Element> + Clone + 'static,
{
    let place = NodeRef::<E>::new();
    let is_seen = RwSignal::new(false);
    let follow = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.iter().last().map(IntersectionObserverEntry::unchecked_from_js);
        if let Some(entry) = last {
            is_seen.try_set(entry.is_intersecting());
        }
    });
    // Every browser that runs WebAssembly has observers.
    let observer = IntersectionObserver::new(follow.as_ref().unchecked_ref()).ok();
    let kept = StoredValue::new_local((follow, observer));
    Effect::new(move |_| {
        if let Some(element) = place.get() {
            kept.with_value(|(_, observer)| {
                if let Some(observer) = observer {
                    observer.observe(element.as_ref());
                }
            });
        }
    });
    on_cleanup(move || {
        kept.with_value(|(_, observer)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    (place, is_seen.into())
}
