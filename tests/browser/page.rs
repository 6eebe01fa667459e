//! The page's address and history, and how they are written.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use leptos::task::tick;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::stage::{heard, sweep};

/// A call of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Write {
    Push,
    Replace,
}

type Spy = Closure<dyn Fn(JsValue, JsValue, JsValue)>;

/// The page at an address, until it is dropped; then at the one before.
pub(crate) struct Page {
    before: String,
    writes: Rc<RefCell<Vec<Write>>>,
    _spies: [Spy; 2],
}

impl Page {
    /// The page with this behind its path: `?query#hash`.
    pub(crate) fn at(tail: &str) -> Self {
        Self::with_state(tail, &JsValue::NULL)
    }

    /// The same with a `history.state` of the host's own.
    pub(crate) fn with_state(tail: &str, state: &JsValue) -> Self {
        sweep();
        release();
        let before = Self::href();
        let writes = Rc::<RefCell<Vec<Write>>>::default();
        replace_state(state, &format!("{}{tail}", path()));
        let spies = [(Write::Push, "pushState"), (Write::Replace, "replaceState")]
            .map(|(write, name)| spy(write, name, writes.clone()));
        Self { before, writes, _spies: spies }
    }

    pub(crate) fn href() -> String {
        window().location().href().unwrap()
    }

    /// What stands behind the path.
    pub(crate) fn tail() -> String {
        Self::href().replacen(&path(), "", 1)
    }

    /// How the history was written since this was asked last.
    pub(crate) fn writes(&self) -> Vec<Write> {
        self.writes.take()
    }

    /// Goes back, and waits until the page has been told.
    pub(crate) async fn back() {
        Self::go(-1).await;
    }

    /// Goes forward, and waits until the page has been told.
    pub(crate) async fn forward() {
        Self::go(1).await;
    }

    async fn go(delta: i32) {
        let told = heard("popstate");
        window().history().unwrap().go_with_delta(delta).unwrap();
        told.await;
        tick().await;
    }

    /// The history throws from now on, as Safari's does at 100 calls in 30 s.
    pub(crate) fn refuse_writes() {
        let throw = Function::new_no_args("throw new DOMException('too many', 'SecurityError')");
        for name in ["pushState", "replaceState"] {
            set(name, &throw);
        }
    }

    /// The history works again, unobserved.
    pub(crate) fn allow_writes() {
        release();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        release();
        replace_state(&JsValue::NULL, &self.before);
    }
}

/// Origin and path.
fn path() -> String {
    let location = window().location();
    location.origin().unwrap() + &location.pathname().unwrap()
}

fn replace_state(state: &JsValue, href: &str) {
    window().history().unwrap().replace_state_with_url(state, "", Some(href)).unwrap();
}

/// Notes a call and passes it on.
fn spy(write: Write, name: &str, writes: Rc<RefCell<Vec<Write>>>) -> Spy {
    let history = window().history().unwrap();
    let original: Function = Reflect::get(&history, &name.into()).unwrap().unchecked_into();
    let spy = Spy::new(move |state: JsValue, title: JsValue, url: JsValue| {
        writes.borrow_mut().push(write);
        original.apply(&history, &Array::of3(&state, &title, &url)).unwrap();
    });
    set(name, spy.as_ref());
    spy
}

/// The history's own methods again.
fn release() {
    let history = window().history().unwrap();
    for name in ["pushState", "replaceState"] {
        Reflect::delete_property(&history, &name.into()).unwrap();
    }
}

fn set(name: &str, method: &JsValue) {
    let history = window().history().unwrap();
    Reflect::set(&history, &name.into(), method).unwrap();
}
