//! Printing the widget alone. A sheet of styles adopted by the page, for as long as the browser
//! prints, takes everything else off the paper: the page's own styles reach neither into the shadow
//! root nor past these, and no window, frame or copy is needed, which policies and phones refuse.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, Element, EventTarget, GetRootNodeOptions, ShadowRoot};

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
    let path = path(element);
    // Without it the page is printed as a whole.
    let sheet = sheet().unwrap_or_default();
    for (node, root) in &path {
        // Any element takes an attribute.
        let _ = node.set_attribute(MARK, "");
        adopt(root, |sheets| {
            sheets.push(&sheet);
        });
    }
    let done = Closure::once_into_js(move || {
        for (node, root) in &path {
            let _ = node.remove_attribute(MARK);
            adopt(root, |sheets| {
                let at = sheets.index_of(&sheet, 0);
                if let Ok(at) = u32::try_from(at) {
                    sheets.splice_many(at, 1, &[]);
                }
            });
        }
    });
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    // Some browsers go on while their dialog is open: `print` may return before it is done.
    let listen = EventTarget::add_event_listener_with_callback_and_add_event_listener_options;
    let _ = listen(&window(), "afterprint", done.unchecked_ref(), &options);
    let _ = window().print();
}

/// The element and the hosts of the shadow roots around it, each with its root.
fn path(element: &Element) -> Vec<(Element, JsValue)> {
    let mut path = Vec::new();
    let mut next = Some(element.clone());
    while let Some(node) = next {
        let root = node.get_root_node_with_options(&GetRootNodeOptions::new());
        next = root.dyn_ref::<ShadowRoot>().map(ShadowRoot::host);
        path.push((node, root.into()));
    }
    path
}

fn sheet() -> Option<JsValue> {
    let class = Reflect::get(&js_sys::global(), &"CSSStyleSheet".into()).ok()?;
    let class: Function = class.dyn_into().ok()?;
    let sheet = Reflect::construct(&class, &Array::new()).ok()?;
    let replace = Reflect::get(&sheet, &"replaceSync".into()).ok()?.dyn_into::<Function>().ok()?;
    replace.call1(&sheet, &RULES.into()).ok()?;
    Some(sheet)
}

fn adopt(root: &JsValue, change: impl FnOnce(&Array)) {
    let name = JsValue::from("adoptedStyleSheets");
    let Ok(sheets) = Reflect::get(root, &name) else { return };
    let sheets = Array::from(&sheets);
    change(&sheets);
    // Refuses only what is no sheet.
    let _ = Reflect::set(root, &name, &sheets);
}
