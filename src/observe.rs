//! What browsers tell of elements: whether they are on screen, and when they take another room.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, WeakMap};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, ResizeObserver};

/// Whether an element is on screen, tracked. Watches it as long as the owner lives that this is
/// called under.
pub fn seen(element: &Element) -> Signal<bool> {
    let is_seen = RwSignal::new(false);
    SCREEN.with(|screen| screen.watch(element, is_seen));
    let element = StoredValue::new_local(element.clone());
    on_cleanup(move || {
        // A program that ends takes its observer along.
        let _ = SCREEN.try_with(|screen| element.with_value(|element| screen.leave(element)));
    });
    is_seen.into()
}

/// Calls a function whenever one of the elements that [`Resizes::of`] is told of takes another room.
/// Lives as long as the owner that this is called under.
pub fn on_resize(run: impl Fn() + 'static) -> Resizes {
    let run = Closure::<dyn Fn()>::new(run);
    let observer = ResizeObserver::new(run.as_ref().unchecked_ref()).ok();
    let resizes = Resizes(StoredValue::new_local((observer, run)));
    on_cleanup(move || resizes.with(ResizeObserver::disconnect));
    resizes
}

/// The elements whose room is followed.
#[derive(Clone, Copy)]
pub struct Resizes(StoredValue<Following, LocalStorage>);

/// An observer, and what it calls.
type Following = (Option<ResizeObserver>, Closure<dyn Fn()>);

impl Resizes {
    /// Follows an element.
    pub fn of(self, element: &Element) {
        self.with(|observer| observer.observe(element));
    }

    fn with(self, act: impl FnOnce(&ResizeObserver)) {
        // Every browser that runs WebAssembly has observers.
        self.0.with_value(|(observer, _)| observer.as_ref().map(act));
    }
}

thread_local! {
    /// One observer for all elements: browsers tell it of all that came into view at once.
    static SCREEN: Screen = Screen::new();
}

/// Who waits for which element to come into view.
struct Screen {
    observer: Option<IntersectionObserver>,
    /// The elements' places in `waiting`.
    places: WeakMap,
    waiting: RefCell<Vec<Option<RwSignal<bool>>>>,
}

impl Screen {
    fn new() -> Self {
        let tell = Closure::<dyn Fn(Array)>::new(|entries: Array| {
            for entry in entries.iter().map(IntersectionObserverEntry::unchecked_from_js) {
                let waiting = SCREEN.with(|screen| screen.waiting_for(&entry.target()));
                if let Some(is_seen) = waiting {
                    is_seen.try_set(entry.is_intersecting());
                }
            }
        });
        let observer = IntersectionObserver::new(tell.as_ref().unchecked_ref()).ok();
        // The observer calls it as long as there is a page.
        tell.forget();
        Self { observer, places: WeakMap::new(), waiting: RefCell::default() }
    }

    fn watch(&self, element: &Element, is_seen: RwSignal<bool>) {
        let mut waiting = self.waiting.borrow_mut();
        let free = waiting.iter().position(Option::is_none);
        let place = free.unwrap_or(waiting.len());
        if free.is_none() {
            waiting.push(None);
        }
        waiting[place] = Some(is_seen);
        #[expect(clippy::cast_precision_loss, reason = "there are fewer elements than 2^53")]
        self.places.set(element, &JsValue::from_f64(place as f64));
        if let Some(observer) = &self.observer {
            observer.observe(element);
        }
    }

    fn leave(&self, element: &Element) {
        if let Some(observer) = &self.observer {
            observer.unobserve(element);
        }
        if let Some(place) = self.place(element) {
            self.waiting.borrow_mut()[place] = None;
        }
    }

    fn waiting_for(&self, element: &Element) -> Option<RwSignal<bool>> {
        self.waiting.borrow()[self.place(element)?]
    }

    fn place(&self, element: &Element) -> Option<usize> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it was a usize"
        )]
        self.places.get(element).as_f64().map(|place| place as usize)
    }
}
