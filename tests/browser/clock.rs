//! Timers that run out when the test says so, not when time has passed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

type Waiting = Rc<RefCell<Vec<(u32, Function)>>>;

/// Stands in for the page's `setTimeout` until it is dropped.
pub(crate) struct Clock {
    waiting: Waiting,
    /// What stood in the page before, by name.
    before: [(&'static str, JsValue); 2],
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
        let before = [("setTimeout", set.as_ref()), ("clearTimeout", clear.as_ref())]
            .map(|(name, function)| (name, replace(name, function)));
        Self { waiting, before, _set: set, _clear: clear }
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
        for (name, function) in &self.before {
            replace(name, function);
        }
    }
}

fn replace(name: &str, function: &JsValue) -> JsValue {
    let window = window();
    let before = Reflect::get(&window, &name.into()).unwrap();
    Reflect::set(&window, &name.into(), function.unchecked_ref()).unwrap();
    before
}
