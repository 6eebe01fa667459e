//! Where the page is scrolled to. Some pages scroll as a whole, others in a box around the widget.

use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions, ShadowRoot};

use crate::js;

/// How far all that is around the widget was scrolled.
#[derive(Clone, Debug)]
pub struct Places(SendWrapper<Vec<(Element, f64)>>);

impl Places {
    /// Of all that is around an element; the page as a whole is scrolled by its root.
    pub(super) fn of(element: &Element) -> Self {
        let mut places = Vec::new();
        let mut next = around(element);
        while let Some(element) = next {
            // A number, with the fractions that a zoomed page has.
            let top = js::get(&element, "scrollTop");
            places.push((element.clone(), top.and_then(|top| top.as_f64()).unwrap_or_default()));
            next = around(&element);
        }
        Self(SendWrapper::new(places))
    }

    /// Scrolls back to there at once, whatever the page's styles say of scrolling.
    pub fn restore(&self) {
        for (element, top) in self.0.iter() {
            let options = ScrollToOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            options.set_top(*top);
            element.scroll_to_with_scroll_to_options(&options);
        }
    }
}

/// The element around an element, out of shadow roots.
fn around(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let root = element.parent_node()?;
        root.dyn_ref::<ShadowRoot>().map(ShadowRoot::host)
    })
}
