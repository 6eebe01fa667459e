//! What the widget tells the page it stands on: events on its element, and the console.

mod print;
mod scroll;
mod used;

pub use scroll::Places;

use std::cell::RefCell;

use js_sys::{Array, Object};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, CustomEventInit, Element, FocusOptions, HtmlElement, ScrollBehavior,
    ScrollIntoViewOptions, console,
};

use crate::js;
use crate::observe::Resizes;

/// The element that the widget fills. Its methods work in the browser's one thread only.
#[derive(Clone, Debug)]
pub struct Host(SendWrapper<HtmlElement>);

/// The property in which the element keeps a visitor's text, so that it outlives the program.
const DRAFT: &str = "autengoDraft";

/// The attribute that makes a host of a `<div>`.
const ALIAS: &str = "data-autengo-vehicles";

/// The property that tells the sheets of the program's parts from each other.
const PART: &str = "autengoPart";

impl Host {
    /// The host of an instance.
    pub fn new(element: HtmlElement) -> Self {
        Self(SendWrapper::new(element))
    }

    /// Whether it is that element.
    pub fn is(&self, other: &Self) -> bool {
        *self.0 == *other.0
    }

    /// Whether the element is in a document.
    pub fn is_connected(&self) -> bool {
        self.0.is_connected()
    }

    /// Dispatches `autengo:<name>`, which leaves the shadow root and bubbles up.
    pub fn emit(&self, name: &str, detail: &[(&str, JsValue)]) {
        let object = Object::new();
        for (key, value) in detail {
            js::set(&object, key, value);
        }
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&object);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("autengo:{name}"), &init)
        {
            // Fails only for an event that is being dispatched already.
            let _ = self.0.dispatch_event(&event);
        }
    }

    /// The names of the settings that the element has: its attributes, or of a `<div>` those that
    /// begin with `data-`, without that.
    pub fn settings(&self) -> Vec<String> {
        let names = self.0.get_attribute_names();
        let names = names.iter().filter_map(|name| name.as_string());
        if self.0.has_attribute(ALIAS) {
            let names = names.filter(|name| name != ALIAS);
            names.filter_map(|name| name.strip_prefix("data-").map(str::to_owned)).collect()
        } else {
            names.collect()
        }
    }

    /// Whether it takes any room: page builders hide what is for other screens.
    pub fn is_visible(&self) -> bool {
        self.0.is_connected() && self.0.get_client_rects().length() > 0
    }

    /// Has somebody told when it takes another room.
    pub fn follow(&self, resizes: Resizes) {
        resizes.of(&self.0);
    }

    /// The places to which the page is scrolled now.
    pub fn places(&self) -> Places {
        Places::of(&self.0)
    }

    /// Reports to the page that `what` did not come, and to its webmaster the reason, unless
    /// somebody has told them; `kind` is the kind of the failure.
    pub fn fail(&self, what: &str, kind: &str, reason: Option<&str>) {
        if let Some(reason) = reason {
            error(reason);
        }
        self.emit("error", &[("kind", kind.into()), ("of", what.into())]);
    }

    /// Brings the widget's upper edge into view, if it has been scrolled past.
    pub fn scroll_to_top(&self) {
        if self.0.get_bounding_client_rect().top() < 0.0 {
            // At once, whatever the page's styles say of scrolling.
            let options = ScrollIntoViewOptions::new();
            options.set_behavior(ScrollBehavior::Instant);
            self.0.scroll_into_view_with_scroll_into_view_options(&options);
        }
    }

    /// Moves the focus to the first element in the widget that matches, and brings it into view.
    pub fn focus(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            // An element that cannot be focused stays as it is.
            let _ = element.focus();
        }
    }

    /// Moves the focus to the first element in the widget that matches, without scrolling.
    pub fn focus_in_place(&self, selector: &str) {
        if let Some(element) = self.find(selector) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }

    /// Whether something else on the page has the focus: it is not taken from there.
    pub fn is_left(&self) -> bool {
        let active = self.0.owner_document().and_then(|document| document.active_element());
        active.is_some_and(|active| active != **self.0 && active.tag_name() != "BODY")
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        let found = self.0.shadow_root()?.query_selector(selector).ok()??;
        found.dyn_into().ok()
    }

    /// Prints the widget without the page around it.
    pub fn print(&self) {
        print::print(&self.0);
    }

    /// Gives the widget the styles of a part of the program, once.
    pub fn adopt(&self, part: &str, styles: &str) {
        let Some(root) = self.0.shadow_root() else { return };
        let sheets = root.adopted_style_sheets();
        let is_there = |sheet: JsValue| js::text(&sheet, PART).as_deref() == Some(part);
        if sheets.iter().any(is_there) {
            return;
        }
        if let Some(sheet) = sheet(&self.0, styles) {
            js::set(&sheet, PART, &part.into());
            sheets.push(&sheet);
        }
    }

    /// The text that was typed into the inquiry form and not sent yet.
    pub fn draft(&self) -> Option<String> {
        js::text(&self.0, DRAFT)
    }

    /// Keeps what was typed on the element.
    pub fn set_draft(&self, draft: &str) {
        js::set(&self.0, DRAFT, &draft.into());
    }
}

/// A sheet of styles for the document that an element stands in: none serves another document.
fn sheet(element: &Element, styles: &str) -> Option<JsValue> {
    let window = element.owner_document()?.default_view()?;
    let sheet = js::construct(&window, "CSSStyleSheet", &Array::new())?;
    js::call(&sheet, "replaceSync", &[&styles.into()])?.ok()?;
    Some(sheet)
}

thread_local! {
    /// The messages that the webmaster has read.
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Tells the webmaster something that visitors need not know, once in the page's life: what is odd
/// about a vehicle is so in every list.
pub fn warn(message: &str) {
    tell(message, console::warn_1);
}

/// Tells the webmaster what keeps the widget from working, each reason once in the page's life:
/// asking for more, or again, is no other reason.
pub fn error(message: &str) {
    tell(message, console::error_1);
}

fn tell(message: &str, say: fn(&JsValue)) {
    // While the program panics, the list may be in use.
    let is_news = TOLD.with(|told| {
        let Ok(mut told) = told.try_borrow_mut() else { return true };
        let is_news = told.iter().all(|known| known != message);
        if is_news {
            told.push(message.to_owned());
        }
        is_news
    });
    if is_news {
        say(&format!("<autengo-vehicles> {message}").into());
    }
}
