//! Pictures, which may not come, and which come after what is said beside them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Element;
use super::node::{Listener, Node};
use crate::schedule::painted;

/// The element in the place of a picture that does not come.
pub(super) type Fallback = Box<dyn Fn() -> Element>;

thread_local! {
    /// The pictures that are asked for once what stands beside them is on screen.
    static WAITING: RefCell<Vec<Rc<Inner>>> = const { RefCell::new(Vec::new()) };
}

/// The picture of an `<img>`.
pub(super) struct LazyImage {
    inner: Rc<Inner>,
    #[expect(dead_code, reason = "kept")]
    listener: Listener,
}

struct Inner {
    node: web_sys::Element,
    address: RefCell<String>,
    fallback: RefCell<Fallback>,
    /// The element that took the picture's place.
    stand_in: RefCell<Option<Node>>,
    is_waiting: Cell<bool>,
}

impl LazyImage {
    pub(super) fn new(node: &web_sys::Element, address: String, fallback: Fallback) -> Self {
        let inner = Rc::new(Inner {
            node: node.clone(),
            address: RefCell::new(address),
            fallback: RefCell::new(fallback),
            stand_in: RefCell::new(None),
            is_waiting: Cell::new(false),
        });
        let failing = Rc::downgrade(&inner);
        let on_error = move |_| {
            if let Some(inner) = failing.upgrade() {
                inner.give_way();
            }
        };
        let listener = Listener::new(node, "error", Box::new(on_error));
        inner.show();
        Self { inner, listener }
    }

    /// Hides the picture at once, as it shows something else, and asks for the next after what
    /// changes with it is on screen.
    pub(super) fn change(&self, address: String, fallback: Fallback) {
        *self.inner.fallback.borrow_mut() = fallback;
        if *self.inner.address.borrow() != address {
            self.inner.address.replace(address);
            self.inner.wait();
        }
    }

    /// The element that took the picture's place, if one did.
    pub(super) fn stand_in(&self) -> Option<web_sys::Element> {
        self.inner.stand_in.borrow().as_ref().map(|drawn| drawn.element().clone())
    }
}

// Attributes of these names, and replacing what stands somewhere, are never refused.
impl Inner {
    fn show(&self) {
        let _ = self.node.set_attribute("src", &self.address.borrow());
    }

    fn give_way(&self) {
        // What did not come may be the one before.
        if !self.is_waiting.get() {
            let drawn = (self.fallback.borrow())().build();
            let _ = self.node.replace_with_with_node_1(drawn.element());
            self.stand_in.replace(Some(drawn));
        }
    }

    fn wait(self: &Rc<Self>) {
        if let Some(drawn) = self.stand_in.take() {
            let _ = drawn.element().replace_with_with_node_1(&self.node);
        }
        // Taken off, it would be laid out anew, as an element without a picture.
        let _ = self.node.set_attribute("data-old", "");
        if self.is_waiting.replace(true) {
            return;
        }
        let is_first = WAITING.with_borrow_mut(|waiting| {
            waiting.push(self.clone());
            waiting.len() == 1
        });
        if is_first {
            spawn_local(async {
                painted().await;
                show_waiting();
            });
        }
    }
}

fn show_waiting() {
    for picture in WAITING.take() {
        picture.is_waiting.set(false);
        // Until a picture comes, browsers show the one before, unless there is none.
        let _ = picture.node.remove_attribute("src");
        let _ = picture.node.remove_attribute("data-old");
        picture.show();
    }
}
