//! Elements of one type, for what comes with the first list.
//!
//! `view!` gives every element a type of its own, with code of its own. What comes after the first
//! list may have it; these are made of values, at once, and the program has their code once
//! (`cargo xtask size`).

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, Node};

use super::{Maybe, Part, Text, message};
use crate::i18n::{Key, Locale};

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with all that belongs to it.
#[must_use = "an element is not shown until it stands in another"]
pub struct Element(SendWrapper<Inner>);

struct Inner {
    node: web_sys::Element,
    /// What lives as long as it does.
    kept: Vec<Kept>,
}

enum Kept {
    View(#[expect(dead_code, reason = "kept")] AnyViewState),
    Effect(#[expect(dead_code, reason = "kept")] RenderEffect<()>),
    Listener(#[expect(dead_code, reason = "kept")] Listener),
}

/// Listens until it is dropped: a picture that is taken away may still say that it did not come.
struct Listener {
    node: web_sys::Element,
    event: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(node: web_sys::Element, event: &'static str, action: Box<dyn FnMut(Event)>) -> Self {
        let listener = Self { node, event, closure: Closure::wrap(action) };
        let _ = listener.node.add_event_listener_with_callback(event, listener.function());
        listener
    }

    fn function(&self) -> &Function {
        self.closure.as_ref().unchecked_ref()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.node.remove_event_listener_with_callback(self.event, self.function());
    }
}

/// An element of the document.
pub fn element(tag: &str) -> Element {
    Element::new(document().create_element(tag))
}

/// A button that sends no form.
pub fn button(class: &str) -> Element {
    element("button").attr("type", "button").class(class)
}

/// An element of a drawing.
pub fn drawn(tag: &str) -> Element {
    Element::new(document().create_element_ns(Some(SVG), tag))
}

// What the DOM refuses below, it refuses for names that no element has: none are used here.
impl Element {
    fn new(created: Result<web_sys::Element, JsValue>) -> Self {
        let node = created.expect("a tag is a name");
        Self(SendWrapper::new(Inner { node, kept: Vec::new() }))
    }

    /// What it is in the document.
    pub fn node(&self) -> &web_sys::Element {
        &self.0.node
    }

    /// Of a class.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.node.set_attribute(name, value);
        self
    }

    /// With an attribute that follows what it is made of.
    pub fn live(self, name: &'static str, mut value: Text) -> Self {
        self.maybe(name, Box::new(move || Some(value())))
    }

    /// With an attribute that is there, or not.
    pub fn maybe(self, name: &'static str, mut value: Maybe) -> Self {
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            let _ = match value() {
                Some(value) => node.set_attribute(name, &value),
                None => node.remove_attribute(name),
            };
        }))
    }

    /// With something that is done when an event happens to it.
    pub fn on(mut self, event: &'static str, action: Box<dyn FnMut(Event)>) -> Self {
        let listener = Listener::new(self.0.node.clone(), event, action);
        self.0.kept.push(Kept::Listener(listener));
        self
    }

    /// A picture; if it does not come, a drawing in its place.
    pub fn or_else(self, drawing: Box<dyn Fn() -> Self>) -> Self {
        let node = self.0.node.clone();
        self.on(
            "error",
            Box::new(move |_| {
                let _ = node.replace_with_with_node_1(&drawing().0.node);
            }),
        )
    }

    /// With a text in it.
    pub fn say(self, text: &str) -> Self {
        self.append(&document().create_text_node(text))
    }

    /// With a message in it, in the language of the page.
    pub fn tell(self, locale: Locale, key: Key) -> Self {
        self.live_text(message(locale, key))
    }

    /// A field whose content follows what it is made of.
    pub fn value(self, mut value: Text) -> Self {
        self.property("value", Box::new(move || value().into()))
    }

    /// A checkbox that is ticked while something holds.
    pub fn checked(self, mut holds: Box<dyn FnMut() -> bool>) -> Self {
        self.property("checked", Box::new(move || holds().into()))
    }

    fn property(self, name: &'static str, mut value: Box<dyn FnMut() -> JsValue>) -> Self {
        let node = self.0.node.clone();
        self.follow(Box::new(move || {
            // Every object takes a property.
            let _ = Reflect::set(&node, &name.into(), &value());
        }))
    }

    /// With a text in it that follows what it is made of.
    pub fn live_text(self, mut text: Text) -> Self {
        let node = document().create_text_node("");
        self.append(&node).follow(Box::new(move || node.set_data(&text())))
    }

    /// With another element in it.
    pub fn with(mut self, child: Self) -> Self {
        let Inner { node, kept } = child.0.take();
        self.0.kept.extend(kept);
        self.append(&node)
    }

    /// With other elements in it.
    pub fn with_all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// With any view in it.
    pub fn view(mut self, view: AnyView) -> Self {
        let mut view = view.build();
        view.mount(&self.0.node, None);
        self.0.kept.push(Kept::View(view));
        self
    }

    /// With any views in it.
    pub fn view_all(self, views: impl IntoIterator<Item = AnyView>) -> Self {
        views.into_iter().fold(self, Self::view)
    }

    /// With a part in it that is there, or not.
    pub fn part(self, part: Part) -> Self {
        self.view(part.into_any())
    }

    fn append(self, node: &Node) -> Self {
        let _ = self.0.node.append_child(node);
        self
    }

    fn follow(mut self, mut change: Box<dyn FnMut()>) -> Self {
        self.0.kept.push(Kept::Effect(RenderEffect::new(move |_| change())));
        self
    }
}

impl Render for Element {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, state: &mut Self) {
        let mut old = std::mem::replace(state, self);
        old.insert_before_this(state);
        old.unmount();
    }
}

impl Mountable for Element {
    fn unmount(&mut self) {
        self.0.node.unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        self.0.node.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.0.node.insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.0.node.clone()]
    }
}

/// Whoever makes it gives it its attributes.
impl AddAnyAttr for Element {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// Only in a browser: there is no server that writes it, and nothing to take over.
impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self {
        self
    }

    fn into_owned(self) -> Self {
        self
    }
}
