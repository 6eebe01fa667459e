//! Printing the widget alone. A sheet of styles adopted by the page, for as long as the browser
//! prints, takes everything else off the paper: the page's own styles reach neither into the shadow
//! root nor past these, and no window, frame or copy is needed, which policies and phones refuse.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Array;
use leptos::prelude::{set_timeout, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Element, EventTarget, GetRootNodeOptions, ShadowRoot};

use super::sheet;

use crate::js;

/// How soon a browser says that it prints what it was asked to, in milliseconds.
const PROMPT: f64 = 1000.0;
/// How long the page stays marked where the browser says nothing.
const PATIENCE: Duration = Duration::from_secs(10);

/// Marks the way from the page's root to what is printed.
const MARK: &str = "data-autengo-print";

/// An id that nothing has outweighs the page's own rules.
const RULES: &str = "
@page { size: A4; margin: 10mm }
@media print {
  :not(#autengo-none#autengo-none, [data-autengo-print], [data-autengo-print] *, :has([data-autengo-print])) {
    display: none !important;
  }
  :is(:has([data-autengo-print]), [data-autengo-print]):not(#autengo-none#autengo-none) {
    display: block !important;
    visibility: visible !important;
    position: static !important;
    float: none !important;
    inline-size: auto !important;
    block-size: auto !important;
    min-inline-size: 0 !important;
    max-inline-size: none !important;
    min-block-size: 0 !important;
    max-block-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    box-shadow: none !important;
    overflow: visible !important;
    columns: auto !important;
    transform: none !important;
    zoom: 1 !important;
    opacity: 1 !important;
  }
  :has([data-autengo-print]):not(#autengo-none#autengo-none)::before,
  :has([data-autengo-print]):not(#autengo-none#autengo-none)::after {
    content: none !important;
  }
}";

/// Prints an element and what is in it.
pub(super) fn print(element: &Element) {
    let marked = Rc::new(Marked::new(element));
    marked.put_on();
    let (begun, done, given_up) = (marked.clone(), marked.clone(), marked);
    let asked = js_sys::Date::now();
    // Where a page may not print, as in a sandboxed frame, `print` does nothing, and what is printed
    // later is the page.
    listen("beforeprint", move || {
        begun.is_printed.set(js_sys::Date::now() - asked < PROMPT);
        if !begun.is_printed.get() {
            begun.take_off();
        }
    });
    // Some browsers go on while their dialog is open: `print` may return before it is done.
    listen("afterprint", move || done.take_off());
    let _ = window().print();
    set_timeout(
        move || {
            if !given_up.is_printed.get() {
                given_up.take_off();
            }
        },
        PATIENCE,
    );
}

/// The marks while the browser prints: the way from the page's root to what is printed.
struct Marked {
    /// The element and the hosts of the shadow roots around it, each with its root.
    path: Vec<(Element, JsValue)>,
    sheet: JsValue,
    /// Whether the browser has said that it prints.
    is_printed: Cell<bool>,
}

impl Marked {
    fn new(element: &Element) -> Self {
        let mut path = Vec::new();
        let mut next = Some(element.clone());
        while let Some(node) = next {
            let root = node.get_root_node_with_options(&GetRootNodeOptions::new());
            next = root.dyn_ref::<ShadowRoot>().map(ShadowRoot::host);
            path.push((node, root.into()));
        }
        // Without it the page is printed as a whole.
        let sheet = sheet(element, RULES).unwrap_or_default();
        Self { path, sheet, is_printed: Cell::new(false) }
    }

    fn put_on(&self) {
        for (node, root) in &self.path {
            // Any element takes an attribute.
            let _ = node.set_attribute(MARK, "");
            adopt(root, |sheets| {
                sheets.push(&self.sheet);
            });
        }
    }

    /// Any number of times.
    fn take_off(&self) {
        for (node, root) in &self.path {
            let _ = node.remove_attribute(MARK);
            adopt(root, |sheets| {
                let at = sheets.index_of(&self.sheet, 0);
                if let Ok(at) = u32::try_from(at) {
                    sheets.splice_many(at, 1, &[]);
                }
            });
        }
    }
}

fn listen(event: &str, run: impl FnOnce() + 'static) {
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    let run = Closure::once_into_js(run);
    let listen = EventTarget::add_event_listener_with_callback_and_add_event_listener_options;
    let _ = listen(&window(), event, run.unchecked_ref(), &options);
}

fn adopt(root: &JsValue, change: impl FnOnce(&Array)) {
    const SHEETS: &str = "adoptedStyleSheets";
    let Some(sheets) = js::get(root, SHEETS) else { return };
    let sheets = Array::from(&sheets);
    change(&sheets);
    js::set(root, SHEETS, &sheets);
}
