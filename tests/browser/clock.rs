//! Timers that run out when the test says so, not when time has passed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

type Waiting = Rc<RefCell<Vec<(u32, Function)>>>;

const NAMES: [&str; 2] = ["setTimeout", "clearTimeout"];

thread_local! {
    /// The page's own. A test that fails never drops its clock, so the clock cannot keep them.
    static REAL: [Function; 2] =
        NAMES.map(|name| Reflect::get(&window(), &name.into()).unwrap().unchecked_into());
}

/// Stands in for the page's `setTimeout` until it is dropped.
pub(crate) struct Clock {
    waiting: Waiting,
    _set: Closure<dyn Fn(Function) -> u32>,
    _clear: Closure<dyn Fn(JsValue)>,
}

impl Clock {
    pub(crate) fn stopped() -> Self {
        let waiting = Waiting::default();
        let (next, queue) = (Cell::new(1), waiting.clone());
        let set = Closure::<dyn Fn(Function) -> u32>::new(move |run| {
            let id = next.replace(next.get() + 1);
            queue.borrow_mut().push((id, run));
            id
        });
        let queue = waiting.clone();
        let clear = Closure::<dyn Fn(JsValue)>::new(move |id: JsValue| {
            queue.borrow_mut().retain(|(other, _)| id.as_f64() != Some(f64::from(*other)));
        });
        // Taken note of before it is covered.
        REAL.with(|_| ());
        replace([set.as_ref(), clear.as_ref()]);
        Self { waiting, _set: set, _clear: clear }
    }

    /// Lets every timer run out.
    pub(crate) fn elapse(&self) {
        for (_, run) in self.waiting.take() {
            run.call0(&JsValue::UNDEFINED).unwrap();
        }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        REAL.with(|[set, clear]| replace([set, clear]));
    }
}

/// Runs out when so much time has really passed, even while the clock is stopped.
pub(crate) fn really(duration: Duration) -> Promise {
    let millis = u32::try_from(duration.as_millis()).unwrap();
    Promise::new(&mut |resolve, _| {
        REAL.with(|[set, _]| set.call2(&window(), &resolve, &millis.into())).unwrap();
    })
}

fn replace(functions: [&JsValue; 2]) {
    for (name, function) in NAMES.iter().zip(functions) {
        Reflect::set(&window(), &(*name).into(), function).unwrap();
    }
}
